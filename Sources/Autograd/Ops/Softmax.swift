import Kernels

extension Shapes {
  /// `[…, classes]` stays as it is.
  public static func softmax(_ x: [Int]) throws(SentenceError) -> [Int] {
    try expect(
      x.count >= 2 && x.last! > 0,
      "softmax: x is \(x), but should be one score per class, [N, classes]")
    return x
  }
}

/// Scores as probabilities: `exp(x)` divided by its sum over the row.
///
/// - Parameter x: rows of scores, one per class, `[N, classes]`, or with more axes before, `[…, classes]`.
/// - Returns: the shape of `x`; each row adds up to 1.
public func softmax(_ x: Tensor) -> Tensor {
  let shape = fitting(try Shapes.softmax(x.shape), of: [x])
  let classes = shape[shape.count - 1]
  let y = kernels.softmax(x.buffer, classes: classes)
  return Tensor(y, shape: shape).recorded(
    as: .softmax,
    [
      // dx = y · (dy − Σ y · dy): a higher score takes probability from all others.
      .wrt(x) { dy in kernels.softmaxGradient(dy, y: y, classes: classes) }
    ])
}

extension Tape.Operation {
  /// The kind of `softmax`.
  public static let softmax = Self("softmax")
}
