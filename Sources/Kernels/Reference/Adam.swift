extension Reference {
  public static func adam(
    _ w: inout Buffer, _ dw: Buffer, mean: inout Buffer?, squaredMean: inout Buffer?,
    _ rule: AdamRule
  ) {
    let zeros = [Float](repeating: 0, count: w.count)
    var (weights, means, squares) = (
      w.scalars, mean?.scalars ?? zeros, squaredMean?.scalars ?? zeros
    )
    for (i, dw) in dw.scalars.enumerated() {
      let g = dw + rule.weightDecay * weights[i]
      means[i] = rule.beta1 * means[i] + rule.share * g
      squares[i] = rule.beta2 * squares[i] + rule.squaredShare * g * g
      let size = (squares[i] / rule.squaredCorrection).squareRoot()
      weights[i] -= rule.learningRate * (means[i] / rule.correction) / (size + rule.epsilon)
    }
    (w, mean, squaredMean) = (Buffer(weights), Buffer(means), Buffer(squares))
  }
}
