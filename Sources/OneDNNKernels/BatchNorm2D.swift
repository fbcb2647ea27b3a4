import Kernels

// Numbers are cheap here; reading them is not. So there are two walks over memory: one to measure, one
// to normalize.

extension OneDNN {
  public static func batchNorm2D(_ x: Buffer, _ n: Normalization, _ g: ImageGeometry)
    -> (y: Buffer, measured: ChannelMoments)
  {
    let x = x.arranged(.blocked(g.shape))
    let y = Buffer(like: x)
    let measured = ChannelMoments(measure(x, g), g)
    normalize(x, n, measured, g, into: y)
    return (y, measured)
  }

  public static func batchNorm2D(
    _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> Buffer {
    let x = x.arranged(.blocked(g.shape))
    let y = Buffer(like: x)
    normalize(x, n, given, g, into: y)
    return y
  }

  /// Notes the mean of each plane, and the sum of the squared distances from it.
  ///
  /// The second walk over a plane finds it in the cache. It also corrects what the first one rounded
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

  private static func normalize(
    _ x: Buffer, _ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry,
    into y: Buffer
  ) {
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.vectors, y.vectors)
      let lines = Line.lines(n, moments, g)
      g.forEachPlane { plane, pixels in
        let line = lines[plane.block]
        for i in pixels {
          let y = (px[i] - line.mean) * line.slope + line.bias
          py[i] = y.replacing(with: 0, where: y .<= line.floor)
        }
      }
    }
  }
}
