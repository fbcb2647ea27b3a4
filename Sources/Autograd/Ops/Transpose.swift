import Kernels

extension Shapes {
  /// Two axes in each other's place.
  public static func transpose(_ x: [Int], _ axis: Int, _ other: Int) throws(SentenceError) -> [Int]
  {
    try expect(
      x.indices.contains(axis) && x.indices.contains(other),
      "transpose: the axes \(axis) and \(other) of \(x); they count from 0 to \(x.count - 1)")
    return SwapGeometry(x, axis, other).swappedShape
  }
}

extension Tensor {
  /// Two axes in each other's place; the two of a matrix transpose it.
  ///
  /// - Parameters:
  ///   - axis: counted from 0.
  ///   - other: counted from 0.
  public func transposed(_ axis: Int, _ other: Int) -> Tensor {
    let shape = fitting(try Shapes.transpose(self.shape, axis, other), of: [self])
    let g = SwapGeometry(self.shape, axis, other)
    return Tensor(kernels.swapAxes(buffer, g), shape: shape).recorded(
      as: .transpose, settings: ["axis": axis, "other": other],
      [
        // The numbers go back to where they came from.
        .wrt(self) { dy in kernels.swapAxes(dy, g.reversed) }
      ])
  }
}

extension Tape.Operation {
  /// The kind of `transposed`.
  public static let transpose = Self("transpose")
}
