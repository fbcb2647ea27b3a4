/// What the MNIST notebook printed, to stand beside what this machine prints.
enum Published {
  /// What it normalizes with; MNIST's deviation is 0.3081.
  static let mean: Float = 0.1307, deviation: Float = 0.3801

  /// Test pictures recognized after epochs 1 to 9, of 10,000; the line of the ninth is cut off behind it.
  static let correct = [9718, 9678, 9728, 9837, 9867, 9878, 9878, 9865, 9881]

  /// The percentages in the same lines.
  static let percent = [97, 96, 97, 98, 98, 98, 98, 98, 98]

  /// The mean losses of batches 1 to 300, 301 to 600 and 601 to 900 of each of these epochs.
  static let losses = [
    [0.637, 0.169, 0.124], [0.100, 0.084, 0.079], [0.071, 0.063, 0.058],
    [0.053, 0.054, 0.050], [0.043, 0.045, 0.045], [0.039, 0.037, 0.038],
    [0.031, 0.034, 0.034], [0.027, 0.033, 0.029], [0.026, 0.028, 0.025],
  ]

  /// The net.
  static let net = """
    Net(
      (conv1): Conv2d(1, 16, kernel_size=(5, 5), stride=(1, 1))
      (conv2): Conv2d(16, 32, kernel_size=(5, 5), stride=(1, 1))
      (mp): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
      (rblock1): ResidualBlock(
        (conv1): Conv2d(16, 16, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (conv2): Conv2d(16, 16, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
      )
      (rblock2): ResidualBlock(
        (conv1): Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (conv2): Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
      )
      (fc): Linear(in_features=512, out_features=10, bias=True)
    )
    """
}
