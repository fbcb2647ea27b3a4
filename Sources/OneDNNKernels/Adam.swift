import Kernels

extension OneDNN {
  // As in `sgd`, the new weights are laid out the way their gradient came. The gaps of a layout hold
  // zeros, and keep them, because `0 / (√0 + epsilon)` is zero.

  public static func adam(
    _ w: inout Buffer, _ dw: Buffer, mean: inout Buffer?, squaredMean: inout Buffer?,
    _ rule: AdamRule
  ) {
    let old = w.arranged(like: dw)
    let new = Buffer(like: dw)
    let means = renewed(&mean, like: dw)
    let squares = renewed(&squaredMean, like: dw)
    withExtendedLifetime((old, dw, means, squares)) {
      let (pw, pdw, pn) = (old.vectors, dw.vectors, new.vectors)
      let (pm, pmn) = (means.before.vectors, means.after.vectors)
      let (ps, psn) = (squares.before.vectors, squares.after.vectors)
      let (beta1, share, decay) = (rule.beta1, rule.share, rule.weightDecay)
      let (beta2, squaredShare, epsilon) = (rule.beta2, rule.squaredShare, rule.epsilon)
      // One division for all numbers is faster than one for each.
      let (rate, scale) = (rule.learningRate / rule.correction, 1 / rule.squaredCorrection)
      forEachRun(of: dw.vectorCount) { run in
        for i in run {
          let g = pdw[i] + decay * pw[i]
          let mean = beta1 * pm[i] + share * g
          let square = beta2 * ps[i] + squaredShare * g * g
          (pmn[i], psn[i]) = (mean, square)
          pn[i] = pw[i] - rate * mean / ((scale * square).squareRoots + epsilon)
        }
      }
    }
    (mean, squaredMean, w) = (means.after, squares.after, new)
  }
}
