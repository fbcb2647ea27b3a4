/// A part of a tensor along one axis: which of the places on that axis are taken.
public struct SliceGeometry: Hashable, Sendable {
  /// How many runs of `length · inner` numbers there are: the product of the axes before.
  public let outer: Int
  /// Of the axis.
  public let length: Int
  /// How many numbers stand at each place of the axis: the product of the axes behind.
  public let inner: Int
  /// The places that are taken.
  public let range: Range<Int>

  /// - Parameters:
  ///   - shape: of the whole.
  ///   - axis: counted from 0.
  ///   - range: the places that are taken.
  public init(_ shape: [Int], axis: Int, range: Range<Int>) {
    outer = shape[..<axis].reduce(1, *)
    (length, self.range) = (shape[axis], range)
    inner = shape[(axis + 1)...].reduce(1, *)
  }

  /// The numbers of the whole.
  public var count: Int { outer * length * inner }
  /// The numbers of the part.
  public var partCount: Int { outer * range.count * inner }
  /// For each run of the whole, where the part of it begins.
  public func start(inRun run: Int) -> Int { (run * length + range.lowerBound) * inner }
}
