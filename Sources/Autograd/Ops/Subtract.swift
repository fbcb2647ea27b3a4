extension Shapes {
  /// Two tensors of the same shape, or of shapes that can be broadcast to the one returned.
  public static func subtract(_ a: [Int], _ b: [Int]) throws(SentenceError) -> [Int] {
    try broadcast("subtract", "a difference", a, b)
  }
}

extension Tensor {
  /// Each number of `a` minus the number of `b` in the same place.
  ///
  /// - Parameters:
  ///   - a: any shape.
  ///   - b: the shape of `a`, or one that can be broadcast to it; or the other way round.
  /// - Returns: the larger shape.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    let shape = fitting(try Shapes.subtract(a.shape, b.shape), of: [a, b])
    let (a, b) = (a.broadcast(to: shape), b.broadcast(to: shape))
    return Tensor(kernels.subtract(a.buffer, b.buffer), shape: shape).recorded(
      as: .subtract,
      [
        .wrt(a) { dy in dy },
        .wrt(b) { dy in kernels.scale(dy, by: -1) },
      ])
  }
}

extension Tape.Operation {
  /// The kind of `-`.
  public static let subtract = Self("subtract")
}
