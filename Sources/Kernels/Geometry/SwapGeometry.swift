/// The shape of a tensor, two of whose axes change places.
public struct SwapGeometry: Hashable, Sendable {
  /// Before the swap.
  public let shape: [Int]
  /// The axes, counted from 0.
  public let first, second: Int

  /// - Parameters:
  ///   - shape: before the swap.
  ///   - axis: counted from 0.
  ///   - other: counted from 0.
  public init(_ shape: [Int], _ axis: Int, _ other: Int) {
    self.shape = shape
    (first, second) = (min(axis, other), max(axis, other))
  }

  /// After the swap.
  public var swappedShape: [Int] { swapped(shape) }

  /// The reverse: from the shape after the swap to that before.
  public var reversed: SwapGeometry { SwapGeometry(swappedShape, first, second) }

  /// The list with two of its entries in each other's place.
  public func swapped(_ list: [Int]) -> [Int] {
    var list = list
    list.swapAt(first, second)
    return list
  }
}
