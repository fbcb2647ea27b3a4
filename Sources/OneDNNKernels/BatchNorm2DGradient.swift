import Kernels

// The backward pass through a normalization, and through the relu behind it if that is still pending: one
// pass over memory for the sums, another for the gradient by the input, which is put off until somebody
// reads it.

extension OneDNN {
  package static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    // Below 8 values a channel, `dx` is what is left when nearly equal terms cancel, too little for Float.
    if g.images * g.pixels < 8 {
      return Reference.batchNorm2DGradient(dy, x, n, measured: measured, g)
    }
    return gradients(dy, x, n, measured, g, isMeasured: true)
  }

  package static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    gradients(dy, x, n, given, g, isMeasured: false)
  }

  private static func gradients(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, _ statistics: ChannelStatistics,
    _ g: ImageGeometry, isMeasured: Bool
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let behindReLU = (dy.pending as? PendingReLUGradient).flatMap {
      $0.norm.isOf(x, n, statistics) ? $0.dy : nil
    }
    let maps = Affine.blocks(n, statistics, g, relu: behindReLU != nil)
    let (x, dy) = (x.arranged(.blocked(g.shape)), behindReLU ?? dy)
    let sums = PlaneSums(of: dy, x, maps, g)

    // A correction is the same for all numbers of a channel, so that what it is off adds up in the
    // gradient of a bias before the norm, which is zero: it is rounded once, at the end.
    let (dw, db, count) = (
      Buffer(count: g.channels), Buffer(count: g.channels), Double(g.images * g.pixels)
    )
    let corrections = maps.enumerated().map { block, affine in
      let (sum, product) = sums.totals(of: block)
      let w = product * affine.inverseDeviation
      dw.vectors[block] = Vector(w)
      db.vectors[block] = Vector(sum)
      let sloped = w * affine.inverseDeviation / count
      return Correction(
        fixed: Vector(sum / count - affine.restOfMean * sloped), sloped: Vector(sloped))
    }
    let dx = PendingNormalizationGradient(dy, x, maps, isMeasured ? corrections : nil, g)
    return (Buffer(like: x, pending: dx), dw, db)
  }
}

extension PlaneSums {
  /// Those of `dy` and of `dy · (x − mean)`, where a relu behind the norm let `dy` through.
  ///
  /// Whether it did is computed again from `x`, which costs less than reading a mask.
  fileprivate convenience init(of dy: Buffer, _ x: Buffer, _ maps: [Affine], _ g: ImageGeometry) {
    self.init(g)
    let dy = PlaneReader(dy, g)
    withExtendedLifetime(x) {
      let start = x.start
      g.forEachPlane(room: dy.room) { plane, room in
        let (affine, x, (sum, product)) = (
          maps[plane.block], start + plane.start, places(of: plane)
        )
        dy.read(plane, room) { dy in
          affine.with { map in
            withUnsafeBytes(of: affine.exactMean) {
              loops.gradient_sums(
                map, $0.assumingMemoryBound(to: Double.self).baseAddress!, dy, x, plane.pixels, sum,
                product)
            }
          }
        }
      }
    }
  }
}

/// What is subtracted from `dy` because mean and variance depend on `x`: a constant, and a multiple of the
/// distance from the mean.
struct Correction {
  let fixed, sloped: Vector
}
