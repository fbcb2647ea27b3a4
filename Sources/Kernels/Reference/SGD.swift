extension Reference {
  public static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule
  ) {
    var move = zip(dw.scalars, w.scalars).map { dw, w in dw + rule.weightDecay * w }
    if let velocity = velocity?.scalars {
      move = zip(velocity, move).map { v, move in rule.momentum * v + move }
    }
    if rule.momentum != 0 { velocity = Buffer(move) }
    w = Buffer(zip(w.scalars, move).map { w, move in w - rule.learningRate * move })
  }
}
