import Kernels

extension OneDNN {
  /// The sum of each channel of `dy`, in `Double`.
  ///
  /// oneDNN would add it up with the gradient of the weights, in `Float`. Before a norm this sum is
  /// zero and its terms may be large; then rounding errors would be all of the result.
  package static func conv2DBiasGradient(_ dy: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let output = g.outputImages
    let sums = (dy.pending as? PendingNormalizationGradient)?.sums ?? self.sums(dy, output)
    let db = Buffer(count: g.outChannels)
    for block in 0..<output.blocks { db.vectors[block] = Vector(sums.totals(of: block).0) }
    return db
  }

  private static func sums(_ dy: Buffer, _ g: ImageGeometry) -> PlaneSums {
    let (dy, sums) = (dy.arranged(.blocked(g.shape)), PlaneSums(g))
    withExtendedLifetime(dy) {
      let start = dy.start
      g.forEachPlane { plane, _ in
        loops.sum(start + plane.start, plane.pixels, sums.places(of: plane).first)
      }
    }
    return sums
  }
}
