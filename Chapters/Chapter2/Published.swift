/// What the MNIST notebook printed, to stand beside what this machine prints.
enum Published {
  /// What it normalizes with; MNIST's deviation is 0.3081.
  static let mean: Float = 0.1307, deviation: Float = 0.3801

  /// Test pictures recognized after epochs 1 to 9, of 10,000; the tenth is cut off.
  static let correct = [9718, 9678, 9728, 9837, 9867, 9878, 9878, 9865, 9881]

  /// The mean loss of the last 300 batches it reports of each epoch, 601 to 900.
  static let losses = [0.124, 0.079, 0.058, 0.050, 0.045, 0.038, 0.034, 0.029, 0.025]
}
