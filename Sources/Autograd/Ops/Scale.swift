extension Tensor {
  /// Each number of `x` times the one number `factor`, which is not learned.
  ///
  /// - Parameter x: any shape.
  /// - Returns: the shape of `x`.
  public static func * (factor: Float, x: Tensor) -> Tensor {
    Tensor(kernels.scale(x.buffer, by: factor), shape: x.shape).recorded(
      as: .scale,
      [
        .wrt(x) { dy in kernels.scale(dy, by: factor) }
      ])
  }
}

extension Tape.Operation {
  /// The kind of `scale`.
  public static let scale = Self("scale")
}
