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
}

extension Tape.Operation {
  /// The kind of `mean`.
  public static let mean = Self("mean")
}
