extension Reference {
  public static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelMoments)
  {
    let measured = moments(x, g)
    return (batchNorm2D(x, n, given: measured, g), measured)
  }

  public static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> Buffer {
    var y = normalized(x, n, given, g)
    let (weight, bias) = (n.weight.scalars, n.bias.scalars)
    g.forEachNumber { i, c in y[i] = y[i] * weight[c] + bias[c] }
    return n.relu ? relu(Buffer(y)) : Buffer(y)
  }

  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    var dy = n.relu ? reluGradient(dy, y: batchNorm2D(x, n, given: given, g)).scalars : dy.scalars
    let (dw, db) = sums(dy, normalized(x, n, given, g), g)
    let slope = slope(n, given)
    g.forEachNumber { i, c in dy[i] *= slope[c] }
    return (Buffer(dy), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }

  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let fixed = batchNorm2DGradient(dy, x, n, given: measured, g)

    // Moving x moves the mean and the variance too, and so every other number of the channel. What
    // that does is the part of dy that a mean and a deviation can express; it is taken out.
    let (normal, slope) = (normalized(x, n, measured, g), slope(n, measured))
    let (dw, db) = (fixed.w.scalars, fixed.b.scalars)
    let count = Float(g.images * g.pixels)
    var dx = fixed.x.scalars
    g.forEachNumber { i, c in dx[i] -= slope[c] * (db[c] + normal[i] * dw[c]) / count }
    return (Buffer(dx), fixed.w, fixed.b)
  }
}

/// Added up in `Double`: at a mean of 1000, a deviation of 1 is in the digits that `Float` drops.
private func moments(_ x: Buffer, _ g: ImageGeometry) -> ChannelMoments {
  let x = x.scalars
  let count = Double(g.images * g.pixels)
  var mean = [Double](repeating: 0, count: g.channels)
  g.forEachNumber { i, c in mean[c] += Double(x[i]) / count }
  var variance = [Double](repeating: 0, count: g.channels)
  g.forEachNumber { i, c in
    let distance = Double(x[i]) - mean[c]
    variance[c] += distance * distance / count
  }
  return ChannelMoments(
    mean: Buffer(mean.map(Float.init)), variance: Buffer(variance.map(Float.init)))
}

/// `(x − mean) / √(variance + ε)`.
private func normalized(
  _ x: Buffer, _ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry
) -> [Float] {
  var x = x.scalars
  let (mean, variance) = (moments.mean.scalars, moments.variance.scalars)
  g.forEachNumber { i, c in x[i] = (x[i] - mean[c]) / (variance[c] + n.epsilon).squareRoot() }
  return x
}

/// How far `y` moves when `x` does.
private func slope(_ n: Normalization, _ moments: ChannelMoments) -> [Float] {
  zip(n.weight.scalars, moments.variance.scalars).map { weight, variance in
    weight / (variance + n.epsilon).squareRoot()
  }
}

/// The gradients of weight and bias: each is used at every pixel of every image.
private func sums(_ dy: [Float], _ normal: [Float], _ g: ImageGeometry) -> (
  w: [Double], b: [Double]
) {
  var (dw, db) = (
    [Double](repeating: 0, count: g.channels), [Double](repeating: 0, count: g.channels)
  )
  g.forEachNumber { i, c in
    dw[c] += Double(dy[i]) * Double(normal[i])
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
