import Kernels

// In `Double`, as the readable kernels, but channel by channel, and with nothing stored in between.

extension Lanes {
  /// Normalizes by the batch's own statistics.
  @_optimize(speed)
  public static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelStatistics)
  {
    let (numbers, count) = (x.plain, Double(g.images * g.pixels))
    let x = numbers.start
    let mean = sums(g) { i, _ in Double(x[i]) }.map { $0 / count }
    let variance = sums(g) { i, channel in
      let distance = Double(x[i]) - mean[channel]
      return distance * distance
    }
    .map { $0 / count }
    let measured = ChannelStatistics(mean: mean, variance: variance)
    return (batchNorm2D(numbers, n, given: measured, g), measured)
  }

  /// Normalizes by the given statistics.
  @_optimize(speed)
  public static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> Buffer {
    let (numbers, y, bias) = (x.plain, Buffer(count: g.count), n.bias.scalars)
    let channels = Channels(n, given)
    withExtendedLifetime(numbers) {
      let (x, y) = (numbers.start, y.start)
      g.forEachPlane { c, pixels in
        let (mean, slope, bias) = (channels.mean[c], channels.slope[c], Double(bias[c]))
        for i in pixels { y[i] = Float((Double(x[i]) - mean) * slope + bias) }
      }
    }
    return y
  }

  /// The gradients for given statistics.
  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    gradient(dy, x, Channels(n, given), g) { _, _, _, _ in 0 }
  }

  /// The gradients for statistics measured of `x`, through which gradients flow, too: what flows that way is
  /// the projection of `dy` on a constant and on the normalized `x`, which is subtracted.
  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let count = Double(g.images * g.pixels)
    return gradient(dy, x, Channels(n, measured), g) { distance, inverse, dw, db in
      (db + distance * inverse * dw) / count
    }
  }

  /// - Parameter projection: what is subtracted from `dy`, from the distance of `x` to the mean, 1 / √(variance + ε),
  ///   and the gradients of weight and bias.
  @inline(__always)
  @_optimize(speed)
  private static func gradient(
    _ dy: Buffer, _ x: Buffer, _ channels: Channels, _ g: ImageGeometry,
    _ projection: (_ distance: Double, _ inverse: Double, _ dw: Double, _ db: Double) -> Double
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let (gradients, numbers, result) = (dy.plain, x.plain, Buffer(count: g.count))
    let (dy, x, dx) = (gradients.start, numbers.start, result.start)
    let db = sums(g) { i, _ in Double(dy[i]) }
    let dw = sums(g) { i, c in
      Double(dy[i]) * ((Double(x[i]) - channels.mean[c]) * channels.inverse[c])
    }
    g.forEachPlane { c, pixels in
      let (mean, inverse, slope) = (channels.mean[c], channels.inverse[c], channels.slope[c])
      let (dw, db) = (dw[c], db[c])
      for i in pixels {
        dx[i] = Float(slope * (Double(dy[i]) - projection(Double(x[i]) - mean, inverse, dw, db)))
      }
    }
    withExtendedLifetime((gradients, numbers)) {}
    return (result, Buffer(dw.map { Float($0) }), Buffer(db.map { Float($0) }))
  }
}

/// What the numbers of each channel have in common.
private struct Channels {
  let mean: [Double]
  /// 1 / √(variance + ε).
  let inverse: [Double]
  /// The derivative of the result for constant statistics: `weight / √(variance + ε)`.
  let slope: [Double]

  init(_ n: Normalization, _ statistics: ChannelStatistics) {
    mean = statistics.mean
    inverse = statistics.variance.map { 1 / ($0 + Double(n.epsilon)).squareRoot() }
    slope = zip(n.weight.scalars, inverse).map { Double($0) * $1 }
  }
}
