import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  7, "What became of the shortcut",
  abstract:
    "ResNeXt, DenseNet, U-Net, Transformers, hyper-connections: what was changed, and what stayed.",
  next: "Chapters/Book/history.md tells the same story year by year",
  takes: "two minutes", quick: "one seed and few pictures, ten seconds", epochs: 2,
  batchSize: 64, datasets: [.fashionMNIST])
