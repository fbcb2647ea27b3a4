import Kernels

extension Shapes {
  /// Along one axis the lengths add up; all other axes must be the same.
  public static func concatenate(_ parts: [[Int]], axis: Int) throws(SentenceError) -> [Int] {
    try expect(!parts.isEmpty, "concatenate: there are no tensors; at least one is wanted")
    let first = parts[0]
    try expect(
      first.indices.contains(axis),
      "concatenate: along axis \(axis) of \(first); axes count from 0 to \(first.count - 1)")
    func others(_ shape: [Int]) -> [Int] { shape.indices.filter { $0 != axis }.map { shape[$0] } }
    for (i, part) in parts.enumerated() {
      try expect(
        part.count == first.count && others(part) == others(first),
        "concatenate: tensor 0 is \(first) and tensor \(i) is \(part); along axis \(axis) the other axes must be the same"
      )
      try expect(
        part.allSatisfy { $0 > 0 }, "concatenate: tensor \(i) is \(part), which holds no numbers")
    }
    var shape = first
    shape[axis] = parts.reduce(0) { $0 + $1[axis] }
    return shape
  }
}

/// Tensors behind one another along one axis.
///
/// Concatenated along axis 1, images of `[N, A, H, W]` and of `[N, B, H, W]` are `[N, A + B, H, W]`. A
/// DenseNet (Huang et al. 2016) and a U-Net (Ronneberger et al. 2015) do that where a residual net adds.
///
/// - Parameters:
///   - parts: at least one; all axes but one have the same length.
///   - axis: counted from 0; the channels of images are axis 1.
public func concatenate(_ parts: [Tensor], axis: Int = 1) -> Tensor {
  let shape = fitting(
    try Shapes.concatenate(parts.map { $0.shape }, axis: axis), of: parts.map { Optional($0) })
  let runs = parts.map { $0.shape[axis...].reduce(1, *) }
  let y = kernels.concatenate(parts.map { $0.buffer }, runs: runs)

  // Each part gets its own part of the gradient.
  var derivatives: [Derivative] = []
  var start = 0
  for part in parts {
    let g = SliceGeometry(shape, axis: axis, range: start..<start + part.shape[axis])
    derivatives.append(.wrt(part) { dy in kernels.slice(dy, g) })
    start = g.range.upperBound
  }
  return Tensor(y, shape: shape).recorded(
    as: .concatenate, settings: ["axis": axis], derivatives)
}

extension Tape.Operation {
  /// The kind of `concatenate`.
  public static let concatenate = Self("concatenate")
}
