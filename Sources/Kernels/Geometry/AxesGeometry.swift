/// The shape of a tensor and some of its axes, along which numbers are summed up or repeated.
///
/// The reduced shape has length 1 along those axes: `[N, C, H, W]` over axes 0, 2 and 3 is
/// `[1, C, 1, 1]`.
public struct AxesGeometry: Hashable, Sendable {
  /// Before the sum, or after the repetition.
  public let shape: [Int]
  /// The axes, counted from 0.
  public let axes: Set<Int>

  /// - Parameters:
  ///   - shape: before the sum, or after the repetition.
  ///   - axes: counted from 0.
  public init(_ shape: [Int], axes: Set<Int>) { (self.shape, self.axes) = (shape, axes) }

  /// `shape` with length 1 along the axes.
  public var reducedShape: [Int] { shape.indices.map { axes.contains($0) ? 1 : shape[$0] } }

  /// The numbers before the sum.
  public var count: Int { shape.reduce(1, *) }
  /// The numbers after the sum.
  public var reducedCount: Int { reducedShape.reduce(1, *) }

  /// The place in the reduced tensor of the number at place `i`, both in row-major order.
  @inlinable
  public func reducedPlace(of i: Int) -> Int {
    var (rest, place, stride) = (i, 0, 1)
    for axis in shape.indices.reversed() {
      if !axes.contains(axis) {
        place += rest % shape[axis] * stride
        stride *= shape[axis]
      }
      rest /= shape[axis]
    }
    return place
  }
}
