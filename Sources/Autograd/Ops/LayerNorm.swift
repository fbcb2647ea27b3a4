import Kernels

extension Shapes {
  /// `[…, C]` stays as it is; weight and bias are `[C]`.
  public static func layerNorm(_ x: [Int], _ weight: [Int], _ bias: [Int]) throws(SentenceError)
    -> [Int]
  {
    try expect(
      weight.count == 1 && weight[0] > 0 && bias == weight,
      "layerNorm: weight is \(weight) and bias \(bias); each should hold one number per feature, [C]"
    )
    try expect(
      x.last == weight[0],
      "layerNorm: x is \(x), so its rows hold \(counted(x.last ?? 0, "number")); weight is \(weight), which expects \(weight[0])"
    )
    return x
  }
}

/// Brings each row to mean 0 and variance 1, then scales and shifts it by learned amounts, one for each
/// place in the row.
///
/// That is `(x − mean) / √(variance + ε) · weight + bias` (Ba et al. 2016). Batch normalization takes mean
/// and variance of a channel over the batch; here they are of one row, so rows do not depend on each other,
/// and there are no running statistics.
///
/// - Parameters:
///   - x: rows of C numbers, `[…, C]`.
///   - weight: `[C]`.
///   - bias: `[C]`.
///   - epsilon: keeps a row whose numbers are all the same from being divided by zero.
/// - Returns: the shape of `x`.
public func layerNorm(_ x: Tensor, _ weight: Tensor, _ bias: Tensor, epsilon: Double = 1e-5)
  -> Tensor
{
  let shape = fitting(
    try Shapes.layerNorm(x.shape, weight.shape, bias.shape), of: [x, weight, bias])
  let (a, w) = (x.buffer, weight.buffer)
  return Tensor(kernels.layerNorm(a, w, bias.buffer, epsilon: epsilon), shape: shape).recorded(
    as: .layerNorm,
    [
      // Mean and variance depend on x, so gradients flow through them, too.
      .wrt([x, weight, bias]) { dy in
        let gradients = kernels.layerNormGradient(dy, a, w, epsilon: epsilon)
        return [gradients.x, gradients.w, gradients.b]
      }
    ])
}

extension Tape.Operation {
  /// The kind of `layerNorm`.
  public static let layerNorm = Self("layerNorm")
}
