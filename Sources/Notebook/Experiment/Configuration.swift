import Datasets
import Sentences

/// What all trials of an experiment have in common, and what bounds are therefore measured for.
public struct Configuration: Hashable, Sendable, CustomStringConvertible {
  /// What the data set is called: "Fashion-MNIST".
  public let data: String
  /// How many of its pictures are learned from, how often, and how many at a time.
  public let pictures, epochs, batchSize: Int

  /// - Parameters:
  ///   - data: what the data set is called.
  ///   - pictures: how many of its pictures are learned from.
  ///   - epochs: how often.
  ///   - batchSize: how many at a time.
  public init(_ data: String, pictures: Int, epochs: Int, batchSize: Int) {
    (self.data, self.pictures, self.epochs, self.batchSize) = (data, pictures, epochs, batchSize)
  }

  /// - Parameters:
  ///   - data: all of its training pictures are learned from.
  ///   - epochs: how often.
  ///   - batchSize: how many at a time.
  public init(_ data: Dataset, epochs: Int, batchSize: Int) {
    self.init(data.name, pictures: data.training.count, epochs: epochs, batchSize: batchSize)
  }

  /// How many batches one trial learns from.
  public var steps: Int { epochs * ((pictures + batchSize - 1) / batchSize) }

  /// For example `2 epochs of 3840 pictures of Fashion-MNIST in batches of 256`.
  public var description: String {
    "\(counted(epochs, "epoch")) of \(counted(pictures, "picture")) of \(data) in batches of "
      + "\(batchSize)"
  }

  /// The bounds that were measured for this configuration; if there are none, a note says so.
  public func bounds<Bounds>(among known: [Configuration: Bounds]) -> Bounds? {
    if let bounds = known[self] { return bounds }
    note("No bounds were measured for \(self), so results are not checked.")
    return nil
  }
}
