import Kernels

extension Shapes {
  /// One axis becomes as long as the range.
  public static func slice(_ x: [Int], _ range: Range<Int>, axis: Int) throws(SentenceError)
    -> [Int]
  {
    try expect(
      x.indices.contains(axis),
      "slice: along axis \(axis) of \(x); axes count from 0 to \(x.count - 1)")
    try expect(
      !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= x[axis],
      "slice: \(range.lowerBound) up to \(range.upperBound) along axis \(axis) of \(x), whose places are 0 up to \(x[axis]); at least one is wanted"
    )
    try expect(x.allSatisfy { $0 > 0 }, "slice: x is \(x), which holds no numbers")
    var shape = x
    shape[axis] = range.count
    return shape
  }
}

extension Tensor {
  /// The part at some places of one axis.
  ///
  /// The channels 16 up to 32 of images are `x.slice(16..<32)`.
  ///
  /// - Parameters:
  ///   - range: the places, counted from 0.
  ///   - axis: counted from 0; the channels of images are axis 1.
  public func slice(_ range: Range<Int>, axis: Int = 1) -> Tensor {
    let shape = fitting(try Shapes.slice(self.shape, range, axis: axis), of: [self])
    let g = SliceGeometry(self.shape, axis: axis, range: range)
    return Tensor(kernels.slice(buffer, g), shape: shape).recorded(
      as: .slice, settings: ["axis": axis, "from": range.lowerBound, "upTo": range.upperBound],
      [
        // What was not taken has no influence, and a gradient of zero.
        .wrt(self) { dy in kernels.sliceGradient(dy, g) }
      ])
  }
}

extension Tape.Operation {
  /// The kind of `slice`.
  public static let slice = Self("slice")
}
