import Kernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension OneDNN {
  // As in `sgd`, the new weights are laid out the way their gradient came. The gaps of a layout hold
  // zeros, and keep them, because `0 / (√0 + epsilon)` is zero.

  package static func adam(
    _ w: inout Buffer, _ dw: Buffer, mean: inout Buffer?, squaredMean: inout Buffer?,
    learningRate: Float, betas: (Double, Double), epsilon: Float, weightDecay: Float, step: Int
  ) {
    let old = w.arranged(like: dw)
    let new = Buffer(like: dw)
    let means = renewed(&mean, like: dw)
    let squares = renewed(&squaredMean, like: dw)
    withExtendedLifetime((old, dw, means, squares)) {
      let (pw, pdw, pn) = (old.vectors, dw.vectors, new.vectors)
      let (pm, pmn) = (means.before.vectors, means.after.vectors)
      let (ps, psn) = (squares.before.vectors, squares.after.vectors)
      let (beta1, share1) = (Float(betas.0), Float(1 - betas.0))
      let (beta2, share2) = (Float(betas.1), Float(1 - betas.1))
      // The bias corrections divide once, not once for each number.
      let rate = learningRate / Float(1 - pow(betas.0, Double(step)))
      let scale = 1 / Float(1 - pow(betas.1, Double(step)))
      forEachRun(of: dw.vectorCount) { run in
        for i in run {
          let g = pdw[i] + weightDecay * pw[i]
          let mean = beta1 * pm[i] + share1 * g
          let square = beta2 * ps[i] + share2 * g * g
          (pmn[i], psn[i]) = (mean, square)
          pn[i] = pw[i] - rate * mean / ((scale * square).squareRoots + epsilon)
        }
      }
    }
    (mean, squaredMean, w) = (means.after, squares.after, new)
  }
}
