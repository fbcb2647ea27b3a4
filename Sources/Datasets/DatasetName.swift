/// The data sets that can be loaded, by their names on the command line.
public enum DatasetName: String, CaseIterable, Sendable {
  /// Handwritten digits: 60,000 to train on, 10,000 to test on.
  case mnist

  /// Photographs of clothes, as many and as large as MNIST's digits, and harder to classify.
  case fashionMNIST = "fashion-mnist"

  /// Digits drawn by `DrawnDigits`, for when there is neither a file nor a network.
  case drawn

  /// Its name in prose, such as "Fashion-MNIST".
  public var title: String { official?.title ?? "drawn digits" }

  /// The names of its classes, in order.
  public var classNames: [String] { official?.classNames ?? (0...9).map(String.init) }
}
