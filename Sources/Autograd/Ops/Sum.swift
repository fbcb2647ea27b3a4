import Kernels

extension Tensor {
  /// All numbers added up.
  ///
  /// - Returns: one number, of shape `[]`.
  public func sum() -> Tensor {
    let count = count
    return Tensor(Buffer([kernels.sum(buffer)]), shape: []).recorded(
      as: .sum,
      [
        // The derivative of the sum by each number is 1.
        .wrt(self) { dy in Buffer(repeating: dy.scalars[0], count: count) }
      ])
  }

  /// The sums along some axes, which then have length 1.
  ///
  /// - Parameter axes: counted from 0; over 0, 2 and 3 the sum of `[N, C, H, W]` is `[1, C, 1, 1]`.
  public func sum(over axes: Int...) -> Tensor { sum(over: axes) }

  func sum(over axes: [Int]) -> Tensor {
    require(
      axes.allSatisfy(shape.indices.contains) && Set(axes).count == axes.count,
      "sum: over the axes \(axes) of \(shape); they count from 0 to \(shape.count - 1), each once")
    let g = AxesGeometry(shape, axes: Set(axes))
    return Tensor(kernels.sum(buffer, over: g), shape: g.reducedShape).recorded(
      as: .sum,
      [
        // Every number of a sum gets its gradient.
        .wrt(self) { dy in kernels.broadcast(dy, over: g) }
      ])
  }
}

extension Tape.Operation {
  /// The kind of `sum`.
  public static let sum = Self("sum")
}
