import Kernels

extension OneDNN {
  // The new weights are laid out the way their gradient came. After one step, then, every weight
  // lies as its convolution wants it, and no later step has to rearrange anything.

  public static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule
  ) {
    let old = w.arranged(like: dw)
    let new = Buffer(like: dw)
    // A velocity that nobody else holds is written over.
    let isOurs = isKnownUniquelyReferenced(&velocity)
    let before = rule.momentum == 0 ? nil : velocity?.arranged(like: dw) ?? .zeros(like: dw)
    let after = before.map { isOurs ? $0 : Buffer(like: $0) }
    withExtendedLifetime((old, dw, before, after)) {
      let (pw, pdw, pn) = (old.vectors, dw.vectors, new.vectors)
      let (pv, pa) = (before?.vectors, after?.vectors)
      let (rate, momentum, decay) = (rule.learningRate, rule.momentum, rule.weightDecay)
      forEachRun(of: dw.vectorCount) { run in
        for i in run {
          var move = pdw[i] + decay * pw[i]
          if let pv, let pa {
            move += momentum * pv[i]
            pa[i] = move
          }
          pn[i] = pw[i] - rate * move
        }
      }
    }
    velocity = after
    w = new
  }
}
