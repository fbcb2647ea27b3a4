// All in `Double`: at a mean of 1000, a deviation of 1 is in the digits that `Float` drops. And where a
// channel has two numbers, all of `dy` but one part in 10⁵ is taken out on the way back; what had been
// rounded before would be all that is left.

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
    g.forEachNumber { i, c in y[i] = y[i] * Double(weight[c]) + Double(bias[c]) }
    let rounded = Buffer(y.map(Float.init))
    return n.relu ? relu(rounded) : rounded
  }

  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let dy = passed(dy, x, n, given, g)
    let (dw, db) = sums(dy, normalized(x, n, given, g), g)
    let slope = slopes(n, given)
    var dx = dy
    g.forEachNumber { i, c in dx[i] = Float(Double(dy[i]) * slope[c]) }
    return (Buffer(dx), Buffer(dw.map(Float.init)), Buffer(db.map(Float.init)))
  }

  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let dy = passed(dy, x, n, measured, g)
    let normal = normalized(x, n, measured, g)
    let (dw, db) = sums(dy, normal, g)

    // Moving x moves the mean and the variance too, and so every other number of the channel. What
    // that does is the part of dy that a mean and a deviation can express; it is taken out.
    let (slope, count) = (slopes(n, measured), Double(g.images * g.pixels))
    var dx = dy
    g.forEachNumber { i, c in
      dx[i] = Float(slope[c] * (Double(dy[i]) - (db[c] + normal[i] * dw[c]) / count))
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
  return ChannelMoments(mean: mean, variance: variance)
}

/// `(x − mean) / √(variance + ε)`.
private func normalized(
  _ x: Buffer, _ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry
) -> [Double] {
  var x = x.scalars.map(Double.init)
  let deviation = deviations(n, moments)
  g.forEachNumber { i, c in x[i] = (x[i] - moments.mean[c]) / deviation[c] }
  return x
}

/// `√(variance + ε)`.
private func deviations(_ n: Normalization, _ moments: ChannelMoments) -> [Double] {
  moments.variance.map { ($0 + Double(n.epsilon)).squareRoot() }
}

/// By how much `y` moves when `x` does and the moments do not.
private func slopes(_ n: Normalization, _ moments: ChannelMoments) -> [Double] {
  zip(n.weight.scalars, deviations(n, moments)).map { weight, deviation in
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
