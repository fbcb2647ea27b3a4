/// The data sets that can be loaded, by the names used on a command line.
public enum DatasetName: String, CaseIterable, Sendable {
  /// Handwritten digits: 60,000 to learn from, 10,000 to be examined on.
  case mnist

  /// Photographs of clothes, of the same number and size as MNIST's digits, and harder.
  case fashionMNIST = "fashion-mnist"

  /// Digits drawn by `DrawnDigits`, for when there is neither a file nor a network.
  case drawn

  /// What people call it: "Fashion-MNIST".
  public var title: String { official?.title ?? "drawn digits" }

  /// What its classes are called, in the order of their numbers.
  public var classNames: [String] { official?.classNames ?? (0...9).map(String.init) }
}
