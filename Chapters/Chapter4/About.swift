import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  4, "ResNet-18",
  abstract:
    "ResNet-18, stage by stage, learns to tell clothes apart, as in the ResNet-18 notebook.",
  next: "swift run chapter5 asks what comes first in a block: norm and ReLU, or the convolution",
  takes: "a minute and a half", quick: "one epoch of 640 pictures, 20 seconds",
  full: "five epochs of all 60,000 pictures, half an hour and more", epochs: 5, batchSize: 128,
  datasets: [.fashionMNIST], checkpoints: true)
