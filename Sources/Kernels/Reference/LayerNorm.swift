// Sums are taken in `Double`.

extension KernelSet {
  /// Each row with mean 0 and variance 1, times `w` plus `b`, column by column.
  public static func layerNorm(_ x: Buffer, _ w: Buffer, _ b: Buffer, epsilon: Double) -> Buffer {
    let (x, w, b) = (x.scalars, w.scalars, b.scalars)
    var y = x
    for start in stride(from: 0, to: x.count, by: w.count) {
      let row = Row(x[start..<start + w.count], epsilon: epsilon)
      for i in w.indices { y[start + i] = Float(row.normal[i] * Double(w[i]) + Double(b[i])) }
    }
    return Buffer(y)
  }

  /// The gradients of the rows, of `w` and of `b`.
  public static func layerNormGradient(_ dy: Buffer, _ x: Buffer, _ w: Buffer, epsilon: Double)
    -> (x: Buffer, w: Buffer, b: Buffer)
  {
    let (dy, x, w) = (dy.scalars, x.scalars, w.scalars)
    var dx = x
    var dw = [Double](repeating: 0, count: w.count)
    var db = dw
    for start in stride(from: 0, to: x.count, by: w.count) {
      let row = Row(x[start..<start + w.count], epsilon: epsilon)
      let dn = w.indices.map { Double(dy[start + $0]) * Double(w[$0]) }
      let mean = dn.reduce(0, +) / Double(w.count)
      // How much of it points along the normalized row.
      let along = zip(dn, row.normal).reduce(0) { $0 + $1.0 * $1.1 } / Double(w.count)
      for i in w.indices {
        dx[start + i] = Float((dn[i] - mean - row.normal[i] * along) / row.deviation)
        dw[i] += Double(dy[start + i]) * row.normal[i]
        db[i] += Double(dy[start + i])
      }
    }
    return (Buffer(dx), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }
}

/// A row, normalized.
private struct Row {
  let normal: [Double]
  /// `√(variance + ε)`.
  let deviation: Double

  init(_ x: ArraySlice<Float>, epsilon: Double) {
    let count = Double(x.count)
    let mean = x.reduce(0) { $0 + Double($1) } / count
    let apart = x.map { Double($0) - mean }
    let deviation = (apart.reduce(0) { $0 + $1 * $1 } / count + epsilon).squareRoot()
    normal = apart.map { $0 / deviation }
    self.deviation = deviation
  }
}
