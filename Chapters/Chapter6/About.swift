import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  6, "Why it works",
  abstract: "Blocks deleted from a trained net, gradients by path, and what shortcuts do to them.",
  next: "swift run chapter7 shows what became of the shortcut",
  takes: "two minutes", quick: "nets of 14 and 10 layers, few pictures, 15 seconds",
  full: "all nets from three seeds, as recorded here, six minutes", epochs: 3, batchSize: 128,
  datasets: [.fashionMNIST])
