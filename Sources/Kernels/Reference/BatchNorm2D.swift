extension Reference {
  public static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelMoments)
  {
    let (mean, variance) = moments(x, g)
    let measured = ChannelMoments(
      mean: Buffer(mean.map(Float.init)), variance: Buffer(variance.map(Float.init)))
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
    var dy = passed(dy, x, n, given, g)
    let normal = normalized(x, n, given, g).map(Double.init)
    let (dw, db) = sums(dy, normal, g)
    let (weight, variance) = (n.weight.scalars, given.variance.scalars)
    g.forEachNumber { i, c in dy[i] *= weight[c] / (variance[c] + n.epsilon).squareRoot() }
    return (Buffer(dy), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }

  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let dy = passed(dy, x, n, measured, g)
    // Again and in `Double`: where a channel has two numbers, all of dy but one part in 10⁵ is taken
    // out below, and what was rounded would be all that is left.
    let (mean, variance) = moments(x, g)
    let deviation = variance.map { ($0 + Double(n.epsilon)).squareRoot() }
    var normal = x.scalars.map(Double.init)
    g.forEachNumber { i, c in normal[i] = (normal[i] - mean[c]) / deviation[c] }
    let (dw, db) = sums(dy, normal, g)

    // Moving x moves the mean and the variance too, and so every other number of the channel. What
    // that does is the part of dy that a mean and a deviation can express; it is taken out.
    let (weight, count) = (n.weight.scalars, Double(g.images * g.pixels))
    var dx = dy
    g.forEachNumber { i, c in
      let left = Double(dy[i]) - (db[c] + normal[i] * dw[c]) / count
      dx[i] = Float(Double(weight[c]) / deviation[c] * left)
    }
    return (Buffer(dx), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }
}

/// What the relu behind, if there is one, lets through of `dy`.
private func passed(
  _ dy: Buffer, _ x: Buffer, _ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry
) -> [Float] {
  guard n.relu else { return dy.scalars }
  return Reference.reluGradient(dy, y: Reference.batchNorm2D(x, n, given: moments, g)).scalars
}

/// Added up in `Double`: at a mean of 1000, a deviation of 1 is in the digits that `Float` drops.
private func moments(_ x: Buffer, _ g: ImageGeometry) -> (mean: [Double], variance: [Double]) {
  let x = x.scalars
  let count = Double(g.images * g.pixels)
  var mean = [Double](repeating: 0, count: g.channels)
  g.forEachNumber { i, c in mean[c] += Double(x[i]) / count }
  var variance = [Double](repeating: 0, count: g.channels)
  g.forEachNumber { i, c in
    let distance = Double(x[i]) - mean[c]
    variance[c] += distance * distance / count
  }
  return (mean, variance)
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
