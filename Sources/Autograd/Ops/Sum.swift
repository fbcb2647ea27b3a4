import Kernels

extension Tensor {
  /// All numbers added up.
  ///
  /// - Returns: one number, of shape `[]`.
  public func sum() -> Tensor {
    let count = count
    return Tensor(Buffer([kernels.sum(buffer)]), shape: []).recorded(
      as: "sum",
      [
        // Each number moves the sum by as much as it moves itself.
        .wrt(self) { dy in Buffer(repeating: dy.scalars[0], count: count) }
      ])
  }
}
