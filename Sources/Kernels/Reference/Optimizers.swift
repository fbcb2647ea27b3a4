extension Reference {
  public static func sgd(
    _ w: inout Buffer, _ dw: Buffer, velocity: inout Buffer?, _ rule: SGDRule
  ) {
    var move = dw.scalars
    if let velocity = velocity?.scalars {
      move = zip(velocity, move).map { v, dw in rule.momentum * v + dw }
    }
    if rule.momentum != 0 { velocity = Buffer(move) }
    w = Buffer(zip(w.scalars, move).map { w, move in w - rule.rate * move })
  }
}
