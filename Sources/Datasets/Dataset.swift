/// A training set and a test set.
public struct Dataset: Sendable {
  /// Its name, such as "Fashion-MNIST".
  public let name: String

  /// The pictures to train on.
  public let training: LabeledImages

  /// Pictures that are not trained on, to measure how well a net generalizes.
  public let test: LabeledImages

  /// Whether the pictures were drawn by `DrawnDigits`, because no official ones were available.
  ///
  /// Results on them cannot be compared with those on an official set.
  public let isDrawn: Bool

  /// What to know of its files: a sentence if they have the form of an official set, but are not it.
  public let remark: String?

  /// A data set of these parts.
  public init(
    name: String, training: LabeledImages, test: LabeledImages, isDrawn: Bool = false,
    remark: String? = nil
  ) {
    (self.name, self.training, self.test) = (name, training, test)
    (self.isDrawn, self.remark) = (isDrawn, remark)
  }

  /// The first pictures of both parts; all of a part that has fewer.
  public func prefix(training: Int, test: Int) -> Dataset {
    Dataset(
      name: name, training: self.training.prefix(training), test: self.test.prefix(test),
      isDrawn: isDrawn, remark: remark)
  }
}
