extension Shapes {
  /// Two tensors of the same shape, or of shapes that can be broadcast to the one returned.
  public static func add(_ a: [Int], _ b: [Int]) throws(SentenceError) -> [Int] {
    try broadcast("add", "a sum", a, b)
  }
}

extension Tensor {
  /// Each number of `a` plus the number of `b` in the same place.
  ///
  /// - Parameters:
  ///   - a: any shape.
  ///   - b: the shape of `a`, or one that can be broadcast to it; or the other way round.
  /// - Returns: the larger shape.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    let shape = fitting(try Shapes.add(a.shape, b.shape), of: [a, b])
    let (a, b) = (a.broadcast(to: shape), b.broadcast(to: shape))
    return Tensor(kernels.add(a.buffer, b.buffer), shape: shape).recorded(
      as: .add,
      [
        // A sum passes its gradient to both inputs unchanged.
        .wrt(a) { dy in dy },
        .wrt(b) { dy in dy },
      ])
  }
}

extension Tape.Operation {
  /// The kind of `add`.
  public static let add = Self("add")
}
