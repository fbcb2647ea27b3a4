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

  /// Accuracy on the pictures it learned from, the mean of each epoch.
  static let trainingAccuracies: [Order: [Double]] = [
    .normFirst: [0.692, 0.860, 0.889, 0.905, 0.916, 0.925, 0.932, 0.939, 0.944, 0.949],
    .convFirst: [0.796, 0.886, 0.908, 0.919, 0.929, 0.937, 0.944, 0.950, 0.955, 0.961],
  ]

  /// The duration of each epoch, on a graphics card.
  static let seconds: [Order: [Double]] = [
    .normFirst: [41.7, 41.5, 42.1, 41.4, 41.1, 40.9, 40.8, 41.1, 42.3, 41.3],
    .convFirst: [41.9, 41.0, 41.2, 42.1, 42.0, 41.1, 40.3, 40.9, 40.6, 41.5],
  ]
}

/// The same training in other frameworks, one run each: test accuracy with running statistics.
enum Elsewhere {
  static let pyTorch: [Order: [Double]] = [
    .normFirst: [0.674, 0.612, 0.817, 0.890, 0.843, 0.698, 0.839, 0.882, 0.884, 0.890],
    .convFirst: [0.688, 0.823, 0.827, 0.900, 0.899, 0.890, 0.875, 0.888, 0.899, 0.871],
  ]
  static let mxNet: [Order: [Double]] = [.normFirst: [0.444, 0.822, 0.859, 0.674]]
}
