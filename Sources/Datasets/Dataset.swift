/// Pictures to learn from, and others to be examined on.
public struct Dataset: Sendable {
  /// What people call it, such as "Fashion-MNIST".
  public let name: String

  public let training: LabeledImages

  /// Pictures kept back, to measure what was learnt on something never seen.
  public let test: LabeledImages

  /// Whether a program of ours drew the pictures, because the official ones were out of reach.
  ///
  /// Figures reached on drawn pictures say nothing about the official ones.
  public let isDrawn: Bool

  public init(name: String, training: LabeledImages, test: LabeledImages, isDrawn: Bool = false) {
    (self.name, self.training, self.test, self.isDrawn) = (name, training, test, isDrawn)
  }
}
