import Kernels

extension Tensor {
  /// All numbers added up and divided by how many there are.
  ///
  /// - Returns: one number, of shape `[]`.
  public func mean() -> Tensor {
    require(count > 0, "mean: \(shape) holds no numbers")
    let count = count
    return Tensor(Buffer([kernels.sum(buffer) / Float(count)]), shape: []).recorded(
      as: .mean,
      [
        .wrt(self) { dy in Buffer(repeating: dy.scalars[0] / Float(count), count: count) }
      ])
  }

  /// The means along some axes, which then have length 1.
  ///
  /// - Parameter axes: counted from 0; over 0, 2 and 3 the mean of `[N, C, H, W]` is `[1, C, 1, 1]`.
  public func mean(over axes: Int...) -> Tensor {
    let sums = sum(over: axes)
    require(count > 0, "mean: \(shape) holds no numbers")
    return sums / Float(count / sums.count)
  }
}

extension Tape.Operation {
  /// The kind of `mean`.
  public static let mean = Self("mean")
}
