extension Shapes {
  /// Two tensors of the same shape; so is their sum.
  public static func add(_ a: [Int], _ b: [Int]) throws(ShapeError) -> [Int] {
    try expect(a == b, "add: a is \(a) and b is \(b); a sum needs the same shape twice")
    return a
  }
}

extension Tensor {
  /// Each number of `a` plus the number of `b` in the same place.
  ///
  /// - Parameters:
  ///   - a: any shape.
  ///   - b: the shape of `a`.
  /// - Returns: the shape of `a`.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    let shape = fitting(try Shapes.add(a.shape, b.shape))
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
