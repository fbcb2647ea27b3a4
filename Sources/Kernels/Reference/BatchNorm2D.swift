// All in `Double`: at a mean of 1000, a deviation of 1 is in the digits that `Float` drops. And where a
// channel has two numbers, nearly equal terms cancel in `dx`: one part in 10⁵ of `dy` is left, less than
// rounding each term to `Float` would lose.

extension KernelSet {
  /// Normalizes by the batch's own statistics.
  public static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelStatistics)
  {
    let measured = statistics(x, g)
    return (batchNorm2D(x, n, given: measured, g), measured)
  }

  /// Normalizes by the given statistics.
  public static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> Buffer {
    var y = normalized(x, n, given, g)
    let (weight, bias) = (n.weight.scalars, n.bias.scalars)
    g.forEachNumber { i, c in y[i] = y[i] * Double(weight[c]) + Double(bias[c]) }
    return Buffer(y.map(Float.init))
  }

  /// The gradients for given statistics.
  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let dy = dy.scalars
    let (dw, db) = sums(dy, normalized(x, n, given, g), g)
    let slope = slopes(n, given)
    var dx = dy
    g.forEachNumber { i, c in dx[i] = Float(Double(dy[i]) * slope[c]) }
    return (Buffer(dx), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }

  /// The gradients for statistics measured of `x`.
  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let dy = dy.scalars
    let normal = normalized(x, n, measured, g)
    let (dw, db) = sums(dy, normal, g)

    // Mean and variance depend on x, so gradients flow through them, too. What flows that way is the
    // projection of dy on a constant and on the normalized x, which is subtracted.
    let (slope, count) = (slopes(n, measured), Double(g.images * g.pixels))
    var dx = dy
    g.forEachNumber { i, c in
      dx[i] = Float(slope[c] * (Double(dy[i]) - (db[c] + normal[i] * dw[c]) / count))
    }
    return (Buffer(dx), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }
}

private func statistics(_ x: Buffer, _ g: ImageGeometry) -> ChannelStatistics {
  let x = x.scalars
  let count = Double(g.images * g.pixels)
  var mean = [Double](repeating: 0, count: g.channels)
  g.forEachNumber { i, c in mean[c] += Double(x[i]) / count }
  var variance = [Double](repeating: 0, count: g.channels)
  g.forEachNumber { i, c in
    let distance = Double(x[i]) - mean[c]
    variance[c] += distance * distance / count
  }
  return ChannelStatistics(mean: mean, variance: variance)
}

/// `(x − mean) / √(variance + ε)`.
private func normalized(
  _ x: Buffer, _ n: Normalization, _ statistics: ChannelStatistics, _ g: ImageGeometry
) -> [Double] {
  var x = x.scalars.map(Double.init)
  let deviation = deviations(n, statistics)
  g.forEachNumber { i, c in x[i] = (x[i] - statistics.mean[c]) / deviation[c] }
  return x
}

/// `√(variance + ε)`.
private func deviations(_ n: Normalization, _ statistics: ChannelStatistics) -> [Double] {
  statistics.variance.map { ($0 + Double(n.epsilon)).squareRoot() }
}

/// The derivative of `y` by `x` for constant mean and variance.
private func slopes(_ n: Normalization, _ statistics: ChannelStatistics) -> [Double] {
  zip(n.weight.scalars, deviations(n, statistics)).map { weight, deviation in
    Double(weight) / deviation
  }
}

/// The gradients of weight and bias: each is used at every pixel of every image.
private func sums(_ dy: [Float], _ normal: [Double], _ g: ImageGeometry) -> (
  w: [Double], b: [Double]
) {
  var (dw, db) = (
    [Double](repeating: 0, count: g.channels), [Double](repeating: 0, count: g.channels)
  )
  g.forEachNumber { i, c in
    dw[c] += Double(dy[i]) * normal[i]
    db[c] += Double(dy[i])
  }
  return (dw, db)
}

extension ImageGeometry {
  /// Visits every number with the channel it belongs to.
  @inline(__always)
  fileprivate func forEachNumber(_ visit: (_ i: Int, _ channel: Int) -> Void) {
    for i in 0..<count { visit(i, i / pixels % channels) }
  }
}
