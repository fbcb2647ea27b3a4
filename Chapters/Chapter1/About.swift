import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  1, "Why deep nets stop learning",
  abstract: "Gradients that vanish, what a shortcut does about them, and depth that does harm.",
  next: "swift run chapter2 builds a residual block, and a net of two that reads digits",
  takes: "80 seconds", quick: "one seed, no net of 54 layers, 20 seconds",
  full: "15 epochs from five seeds in the last sections, half an hour", epochs: 3, batchSize: 128,
  datasets: [.mnist, .fashionMNIST])
