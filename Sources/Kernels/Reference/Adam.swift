#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension KernelSet {
  /// One step of Adam.
  public static func adam(
    _ w: inout Buffer, _ dw: Buffer, mean: inout Buffer?, squaredMean: inout Buffer?,
    learningRate: Float, betas: (Double, Double), epsilon: Float, weightDecay: Float, step: Int
  ) {
    let zeros = [Float](repeating: 0, count: w.count)
    var (weights, means, squares) = (
      w.scalars, mean?.scalars ?? zeros, squaredMean?.scalars ?? zeros
    )
    // Subtracted as `Double`s: in `Float`, only four digits of 1 − 0.999 are right.
    let (beta1, beta2) = (Float(betas.0), Float(betas.1))
    let (share1, share2) = (Float(1 - betas.0), Float(1 - betas.1))
    let (correction1, correction2) = (
      Float(1 - pow(betas.0, Double(step))), Float(1 - pow(betas.1, Double(step)))
    )
    for (i, dw) in dw.scalars.enumerated() {
      let g = dw + weightDecay * weights[i]
      means[i] = beta1 * means[i] + share1 * g
      squares[i] = beta2 * squares[i] + share2 * g * g
      let size = (squares[i] / correction2).squareRoot()
      weights[i] -= learningRate * (means[i] / correction1) / (size + epsilon)
    }
    (w, mean, squaredMean) = (Buffer(weights), Buffer(means), Buffer(squares))
  }
}
