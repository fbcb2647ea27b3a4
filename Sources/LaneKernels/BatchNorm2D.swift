import Kernels

// In `Double`, as the readable kernels, but channel by channel, and with nothing stored in between.

extension Lanes {
  /// Normalizes by the batch's own statistics.
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

  /// The gradients for statistics measured of `x`, through which gradients flow, too: what flows that way is
  /// the projection of `dy` on a constant and on the normalized `x`, which is subtracted.
  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let (channels, count) = (Channels(n, measured), Double(g.images * g.pixels))
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
        let projection = (db + (Double(x[i]) - mean) * inverse * dw) / count
        dx[i] = Float(slope * (Double(dy[i]) - projection))
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
