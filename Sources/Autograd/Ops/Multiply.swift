extension Shapes {
  /// Two tensors of the same shape, or of shapes that can be broadcast to the one returned.
  public static func multiply(_ a: [Int], _ b: [Int]) throws(SentenceError) -> [Int] {
    try broadcast("multiply", "a product number by number", a, b)
  }
}

extension Tensor {
  /// Each number of `a` times the number of `b` in the same place.
  ///
  /// - Parameters:
  ///   - a: any shape.
  ///   - b: the shape of `a`, or one that can be broadcast to it; or the other way round.
  /// - Returns: the larger shape.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    let shape = fitting(try Shapes.multiply(a.shape, b.shape), of: [a, b])
    let (a, b) = (a.broadcast(to: shape), b.broadcast(to: shape))
    let (u, v) = (a.buffer, b.buffer)
    return Tensor(kernels.multiply(u, v), shape: shape).recorded(
      as: .multiply,
      [
        .wrt(a) { dy in kernels.multiply(dy, v) },
        .wrt(b) { dy in kernels.multiply(dy, u) },
      ])
  }
}

extension Tape.Operation {
  /// The kind of `multiply`.
  public static let multiply = Self("multiply")
}
