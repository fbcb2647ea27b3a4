extension Shapes {
  /// Two tensors of the same shape, or of shapes that can be broadcast to the one returned.
  public static func divide(_ a: [Int], _ b: [Int]) throws(SentenceError) -> [Int] {
    try broadcast("divide", "a quotient", a, b)
  }
}

extension Tensor {
  /// Each number of `a` divided by the number of `b` in the same place.
  ///
  /// - Parameters:
  ///   - a: any shape.
  ///   - b: the shape of `a`, or one that can be broadcast to it; or the other way round.
  /// - Returns: the larger shape.
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    let shape = fitting(try Shapes.divide(a.shape, b.shape), of: [a, b])
    let (a, b) = (a.broadcast(to: shape), b.broadcast(to: shape))
    let v = b.buffer
    let y = kernels.divide(a.buffer, v)
    return Tensor(y, shape: shape).recorded(
      as: .divide,
      [
        .wrt(a) { dy in kernels.divide(dy, v) },
        // −a / b² is −y / b.
        .wrt(b) { dy in kernels.divide(kernels.multiply(dy, kernels.scale(y, by: -1)), v) },
      ])
  }
}

extension Tape.Operation {
  /// The kind of `/`.
  public static let divide = Self("divide")
}
