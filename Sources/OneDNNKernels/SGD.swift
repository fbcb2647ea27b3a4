import Kernels

extension OneDNN {
  // The new weights are laid out the way their gradient came. After one step, then, every weight
  // lies as its convolution wants it, and no later step has to rearrange anything.

  package static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, learningRate: Float, momentum: Float,
    weightDecay: Float
  ) {
    let old = w.arranged(like: dw)
    let new = Buffer(like: dw)
    let velocities = momentum == 0 ? nil : renewed(&velocity, like: dw)
    withExtendedLifetime((old, dw, velocities)) {
      let (pw, pdw, pn) = (old.vectors, dw.vectors, new.vectors)
      let (pv, pa) = (velocities?.before.vectors, velocities?.after.vectors)
      forEachRun(of: dw.vectorCount) { run in
        for i in run {
          var move = pdw[i] + weightDecay * pw[i]
          if let pv, let pa {
            move += momentum * pv[i]
            pa[i] = move
          }
          pn[i] = pw[i] - learningRate * move
        }
      }
    }
    velocity = velocities?.after
    w = new
  }
}
