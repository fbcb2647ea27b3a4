import Chapter5Net

/// What the pre-activation notebook printed, to stand beside what this machine prints.
enum Published {
  /// The layers by the names MXNet gave them, each with the shape after it, of an image of 1 × 224 × 224.
  static let shapes: [(name: String, shape: [Int])] = [
    ("conv6", [1, 32, 112, 112]), ("batchnorm4", [1, 32, 112, 112]), ("relu0", [1, 32, 112, 112]),
    ("pool0", [1, 32, 56, 56]), ("sequential1", [1, 32, 56, 56]), ("sequential2", [1, 64, 28, 28]),
    ("sequential3", [1, 128, 14, 14]), ("pool1", [1, 128, 1, 1]), ("dense0", [1, 10]),
  ]

  /// The mean loss of each epoch.
  static let losses: [Order: [Double]] = [
    .normFirst: [
      1.1860, 0.3766, 0.2996, 0.2597, 0.2302, 0.2049, 0.1858, 0.1667, 0.1518, 0.1376,
    ],
    .convFirst: [
      0.5569, 0.3092, 0.2519, 0.2204, 0.1946, 0.1743, 0.1541, 0.1375, 0.1216, 0.1071,
    ],
  ]

  /// Test accuracy after each epoch.
  static let accuracies: [Order: [Double]] = [
    .normFirst: [0.841, 0.881, 0.898, 0.904, 0.905, 0.911, 0.912, 0.913, 0.917, 0.908],
    .convFirst: [0.862, 0.900, 0.886, 0.884, 0.901, 0.896, 0.912, 0.917, 0.904, 0.893],
  ]
}
