import Kernels

extension Shapes {
  /// `[N, classes]` stays as it is.
  public static func softmax(_ x: [Int]) throws(SentenceError) -> [Int] {
    try expect(
      x.count == 2 && x[1] > 0,
      "softmax: x is \(x), but should be one score per class, [N, classes]")
    return x
  }
}

/// Scores as probabilities: `exp(x)` divided by its sum over the row.
///
/// - Parameter x: one row per example, one score per class, `[N, classes]`.
/// - Returns: the shape of `x`; each row adds up to 1.
public func softmax(_ x: Tensor) -> Tensor {
  let shape = fitting(try Shapes.softmax(x.shape), of: [x])
  let y = kernels.softmax(x.buffer, classes: shape[1])
  return Tensor(y, shape: shape).recorded(
    as: .softmax,
    [
      // dx = y · (dy − Σ y · dy): a higher score takes probability from all others.
      .wrt(x) { dy in kernels.softmaxGradient(dy, y: y, classes: shape[1]) }
    ])
}

extension Tape.Operation {
  /// The kind of `softmax`.
  public static let softmax = Self("softmax")
}
