import Kernels

extension OneDNN {
  // The new weights are laid out the way their gradient came. After one step, then, every weight
  // lies as its convolution wants it, and no later step has to rearrange anything.

  public static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule
  ) {
    let old = w.arranged(like: dw)
    defer { withExtendedLifetime((old, dw)) {} }
    let new = Buffer(like: dw)
    let (pw, pdw, pn) = (old.vectors, dw.vectors, new.vectors)
    let (rate, momentum) = (rule.rate, rule.momentum)
    if momentum == 0 {
      forEachRun(of: dw.vectorCount) { run in for i in run { pn[i] = pw[i] - rate * pdw[i] } }
    } else {
      let state = velocity?.arranged(like: dw) ?? .zeros(like: dw)
      let pv = state.vectors
      forEachRun(of: dw.vectorCount) { run in
        for i in run {
          pv[i] = momentum * pv[i] + pdw[i]
          pn[i] = pw[i] - rate * pv[i]
        }
      }
      velocity = state
    }
    w = new
  }
}

extension Buffer {
  static func zeros(like other: Buffer) -> Buffer {
    let zeros = Buffer(like: other)
    zeros.start.update(repeating: 0, count: zeros.stored)
    return zeros
  }
}
