extension Shapes {
  /// Two tensors of the same shape; so is their product.
  public static func multiply(_ a: [Int], _ b: [Int]) throws(ShapeError) -> [Int] {
    try expect(
      a == b,
      "multiply: a is \(a) and b is \(b); a product number by number needs the same shape twice")
    return a
  }
}

extension Tensor {
  /// Each number of `a` times the number of `b` in the same place.
  ///
  /// - Parameters:
  ///   - a: any shape.
  ///   - b: the shape of `a`.
  /// - Returns: the shape of `a`.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    let shape = fitting(try Shapes.multiply(a.shape, b.shape))
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
