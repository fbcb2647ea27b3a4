import Kernels

extension OneDNN {
  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    // Of so few numbers mean and deviation express nearly everything: what they leave of dy is less
    // than a `Float` can tell.
    if g.images * g.pixels < 8 {
      return Reference.batchNorm2DGradient(dy, x, n, measured: measured, g)
    }
    let way = WayBack(dy, x, n, measured, g)
    way.addUp()
    way.spread((0..<g.blocks).map(way.finish))
    return way.gradients
  }

  public static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelMoments, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let way = WayBack(dy, x, n, given, g)
    way.addUpAndScale()
    for block in 0..<g.blocks { _ = way.finish(block) }
    return way.gradients
  }
}

/// The way back through a normalization: what goes in, and the gradients as they are filled.
///
/// Whether relu let a number through is cheaper to work out again than to remember.
private struct WayBack {
  private let x, dy: Buffer
  private let g: ImageGeometry
  private let lines: [Line]
  private let sums: PlaneSums
  let gradients: (x: Buffer, w: Buffer, b: Buffer)

  init(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry
  ) {
    self.g = g
    (self.x, self.dy) = (x.arranged(.blocked(g.shape)), dy.arranged(.blocked(g.shape)))
    lines = Line.lines(n, moments, g)
    sums = PlaneSums(g)
    gradients = (Buffer(like: self.x), Buffer(count: g.channels), Buffer(count: g.channels))
  }

  /// Notes the sums of `dy` and of `dy · (x − mean)` of each plane.
  func addUp() {
    withExtendedLifetime(self) {
      let (px, pdy) = (x.vectors, dy.vectors)
      g.forEachPlane { plane, pixels in
        let line = lines[plane.block]
        var (sum, product) = (Doubles.zero, Doubles.zero)
        for i in pixels {
          let y = (px[i] - line.mean) * line.slope + line.bias
          let dy = pdy[i].replacing(with: 0, where: y .<= line.floor)
          sum += dy.doubles
          product += dy.doubles * (px[i].doubles - line.exactMean)
        }
        sums.note(sum, product, of: plane)
      }
    }
  }

  /// The same, and `dx` of moments that stay as they are, in one walk.
  func addUpAndScale() {
    withExtendedLifetime(self) {
      let (px, pdy, pdx) = (x.vectors, dy.vectors, gradients.x.vectors)
      g.forEachPlane { plane, pixels in
        let line = lines[plane.block]
        var (sum, product) = (Doubles.zero, Doubles.zero)
        for i in pixels {
          let y = (px[i] - line.mean) * line.slope + line.bias
          let dy = pdy[i].replacing(with: 0, where: y .<= line.floor)
          pdx[i] = dy * line.slope
          sum += dy.doubles
          product += dy.doubles * (px[i].doubles - line.exactMean)
        }
        sums.note(sum, product, of: plane)
      }
    }
  }

  /// What the mean and the deviation take from `dy`: a number, and another for each unit of distance
  /// from the mean.
  typealias Correction = (fixed: Vector, sloped: Vector)

  /// The gradients of weight and bias, from the sums of all planes.
  ///
  /// A correction is the same for all numbers of a channel, so that what it is off adds up in the
  /// gradient of a bias before the norm, which is zero: it is rounded once, at the end.
  func finish(_ block: Int) -> Correction {
    let (line, count) = (lines[block], Double(g.images * g.pixels))
    let (sum, product) = sums.totals(of: block)
    let dw = product * line.inverseDeviation
    gradients.w.vectors[block] = Vector(dw)
    gradients.b.vectors[block] = Vector(sum)
    let sloped = dw * line.inverseDeviation / count
    return (Vector(sum / count - line.restOfMean * sloped), Vector(sloped))
  }

  /// `dx = slope · (dy − db / count − normal · dw / count)`.
  func spread(_ corrections: [Correction]) {
    withExtendedLifetime(self) {
      let (px, pdy, pdx) = (x.vectors, dy.vectors, gradients.x.vectors)
      g.forEachPlane { plane, pixels in
        let line = lines[plane.block]
        let correction = corrections[plane.block]
        for i in pixels {
          let distance = px[i] - line.mean
          let y = distance * line.slope + line.bias
          let dy = pdy[i].replacing(with: 0, where: y .<= line.floor)
          pdx[i] = (dy - correction.fixed - distance * correction.sloped) * line.slope
        }
      }
    }
  }
}
