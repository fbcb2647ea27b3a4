extension KernelSet {
  /// One step of stochastic gradient descent.
  public static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, learningRate: Float, momentum: Float,
    weightDecay: Float
  ) {
    var move = zip(dw.scalars, w.scalars).map { dw, w in dw + weightDecay * w }
    if let velocity = velocity?.scalars {
      move = zip(velocity, move).map { v, move in momentum * v + move }
    }
    if momentum != 0 { velocity = Buffer(move) }
    w = Buffer(zip(w.scalars, move).map { w, move in w - learningRate * move })
  }
}
