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
  ///
  /// The second pass over a plane finds it in the cache. It also corrects what the first one rounded
  /// off: distances from a number near the mean are small, however large the mean is, and their sum is
  /// exact.
  private static func measure(_ x: Buffer, _ g: ImageGeometry) -> PlaneSums {
    let sums = PlaneSums(g)
    withExtendedLifetime(x) {
      let (px, count) = (x.vectors, Float(g.pixels))
      g.forEachPlane { plane, pixels in
        let first = px[pixels.lowerBound]
        var sum = Vector.zero
        for i in pixels { sum += px[i] - first }
        let guess = first + sum / count

        // Sixty-four at a time: few numbers are added to a large sum, which drops their last digits.
        var (rest, squares) = (Vector.zero, Vector.zero)
        for some in stride(from: pixels.lowerBound, to: pixels.upperBound, by: 64) {
          var (someRest, someSquares) = (Vector.zero, Vector.zero)
          for i in some..<min(some + 64, pixels.upperBound) {
            let distance = px[i] - guess
            someRest += distance
            someSquares += distance * distance
          }
          rest += someRest
          squares += someSquares
        }
        sums.note(
          guess.doubles + (rest / count).doubles,
          (squares - rest * rest / count).doubles, of: plane)
      }
    }
    return sums
  }
}
