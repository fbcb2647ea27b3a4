import Kernels

extension OneDNN {
  package static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, measured: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    // Below 8 values a channel, `dx` is what is left when nearly equal terms cancel, too little for Float.
    if g.images * g.pixels < 8 {
      return Reference.batchNorm2DGradient(dy, x, n, measured: measured, g)
    }
    let pass = BackwardPass(dy, x, n, measured, g)
    pass.sum(isScaling: false)
    pass.spread((0..<g.blocks).map(pass.finish))
    return pass.gradients
  }

  package static func batchNorm2DGradient(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, given: ChannelStatistics, _ g: ImageGeometry
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let pass = BackwardPass(dy, x, n, given, g)
    pass.sum(isScaling: true)
    for block in 0..<g.blocks { _ = pass.finish(block) }
    return pass.gradients
  }
}

/// The backward pass through a normalization, and through the relu behind it if that is still pending.
///
/// Whether the relu let a number through is computed again from `x`, which costs less than reading a mask.
private struct BackwardPass {
  private let x, dy: Buffer
  private let g: ImageGeometry
  private let blocks: [Affine]
  private let sums: PlaneSums
  let gradients: (x: Buffer, w: Buffer, b: Buffer)

  init(
    _ dy: Buffer, _ x: Buffer, _ n: Normalization, _ statistics: ChannelStatistics,
    _ g: ImageGeometry
  ) {
    let behindReLU = (dy.pending as? PendingReLUGradient).flatMap {
      $0.norm.isOf(x, n, statistics) ? $0.dy : nil
    }
    self.g = g
    self.x = x.arranged(.blocked(g.shape))
    self.dy = (behindReLU ?? dy).arranged(.blocked(g.shape))
    blocks = Affine.blocks(n, statistics, g, relu: behindReLU != nil)
    sums = PlaneSums(g)
    gradients = (Buffer(like: self.x), Buffer(count: g.channels), Buffer(count: g.channels))
  }

  /// Adds up `dy` and `dy · (x − mean)` of each plane.
  ///
  /// - Parameter isScaling: whether to write `dx` for constant statistics, too, which is `slope · dy`.
  @inline(__always)
  func sum(isScaling: Bool) {
    withExtendedLifetime(self) {
      let (px, pdy, pdx) = (x.vectors, dy.vectors, gradients.x.vectors)
      g.forEachPlane { plane, pixels in
        let affine = blocks[plane.block]
        var (sum, product) = (Doubles.zero, Doubles.zero)
        for i in pixels {
          let dy = affine.passing(pdy[i], px[i])
          if isScaling { pdx[i] = dy * affine.slope }
          sum += dy.doubles
          product += dy.doubles * (px[i].doubles - affine.exactMean)
        }
        sums.note(sum, product, of: plane)
      }
    }
  }

  /// What is subtracted from `dy` because mean and variance depend on `x`: a constant, and a multiple of
  /// the distance from the mean.
  typealias Correction = (fixed: Vector, sloped: Vector)

  /// The gradients of weight and bias, from the sums of all planes.
  ///
  /// A correction is the same for all numbers of a channel, so that what it is off adds up in the
  /// gradient of a bias before the norm, which is zero: it is rounded once, at the end.
  func finish(_ block: Int) -> Correction {
    let (affine, count) = (blocks[block], Double(g.images * g.pixels))
    let (sum, product) = sums.totals(of: block)
    let dw = product * affine.inverseDeviation
    gradients.w.vectors[block] = Vector(dw)
    gradients.b.vectors[block] = Vector(sum)
    let sloped = dw * affine.inverseDeviation / count
    return (Vector(sum / count - affine.restOfMean * sloped), Vector(sloped))
  }

  /// `dx = slope · (dy − db / count − normalized · dw / count)`.
  func spread(_ corrections: [Correction]) {
    withExtendedLifetime(self) {
      let (px, pdy, pdx) = (x.vectors, dy.vectors, gradients.x.vectors)
      g.forEachPlane { plane, pixels in
        let affine = blocks[plane.block]
        let correction = corrections[plane.block]
        for i in pixels {
          let dy = affine.passing(pdy[i], px[i])
          let distance = px[i] - affine.mean
          pdx[i] = (dy - correction.fixed - distance * correction.sloped) * affine.slope
        }
      }
    }
  }
}
