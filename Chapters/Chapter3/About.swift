import Notebook

/// What this chapter is, for its help and the first lines of a run.
let about = Chapter(
  3, "Shortcuts that fit",
  abstract:
    "Nested solution spaces, batch normalization, the 1 × 1 convolution on the shortcut, and five variants of the residual block.",
  next: "swift run chapter4 builds ResNet-18 of such blocks, and trains it",
  takes: "three seconds")
