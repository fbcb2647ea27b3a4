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
}

extension Tape.Operation {
  /// The kind of `sum`.
  public static let sum = Self("sum")
}
