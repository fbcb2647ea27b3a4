import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  2, "A simple residual block",
  abstract: "The net of the MNIST notebook, with two residual blocks, learns to read digits.",
  next: "swift run chapter3 puts a convolution on the shortcut, for blocks that change the shape",
  takes: "a minute", quick: "one epoch instead of ten, 6 seconds", epochs: 10, batchSize: 64,
  datasets: [.mnist], checkpoints: true)
