import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  5, "Which comes first",
  abstract: "BN-ReLU-conv against conv-BN-ReLU: what the order in a block does.",
  next: "swift run chapter6 takes a trained net apart to see why it works",
  takes: "two minutes", quick: "one seed, few pictures, nets of 6 layers, 15 seconds",
  full: "the notebook's ten epochs and everything that is recorded here, two hours", epochs: 2,
  batchSize: 256, datasets: [.fashionMNIST])
