import Kernels

// At this speed reading memory takes longer than arithmetic. So there are two passes: one to measure, one
// to normalize, which is put off until somebody reads the result.

extension OneDNN {
  package static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelStatistics)
  {
    let measured = ChannelStatistics(measure(x.arranged(.blocked(g.shape)), g), g)
    return (batchNorm2D(x, n, given: measured, g), measured)
  }

  package static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> Buffer {
    let y = PendingNormalization(x, n, given, g)
    return Buffer(like: y.arranged, pending: y)
  }

  /// The mean of each plane, and the sum of the squared distances from it.
  private static func measure(_ x: Buffer, _ g: ImageGeometry) -> PlaneSums {
    if let sums = Measurement.of(x) { return sums }
    let sums = PlaneSums(g)
    withExtendedLifetime(x) {
      let start = x.start
      g.forEachPlane { plane, _ in sums.measure(plane, start + plane.start) }
    }
    return sums
  }
}
