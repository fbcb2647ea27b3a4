import Kernels

extension OneDNN {
  // The new weights are laid out the way their gradient came. After one step, then, every weight
  // lies as its convolution wants it, and no later step has to rearrange anything.

  public static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule
  ) {
    let old = w.arranged(like: dw)
    let new = Buffer(like: dw)
    let state = rule.momentum == 0 ? nil : velocity?.arranged(like: dw) ?? .zeros(like: dw)
    withExtendedLifetime((old, dw, state)) {
      let (pw, pdw, pn, pv) = (old.vectors, dw.vectors, new.vectors, state?.vectors)
      let (rate, momentum, decay) = (rule.learningRate, rule.momentum, rule.weightDecay)
      forEachRun(of: dw.vectorCount) { run in
        for i in run {
          var move = pdw[i] + decay * pw[i]
          if let pv {
            move += momentum * pv[i]
            pv[i] = move
          }
          pn[i] = pw[i] - rate * move
        }
      }
    }
    velocity = state
    w = new
  }
}
