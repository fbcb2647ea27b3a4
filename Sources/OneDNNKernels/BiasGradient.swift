import Kernels

extension OneDNN {
  /// The sum of each channel of `dy`, in `Double`.
  ///
  /// oneDNN would add it up with the gradient of the weights, in `Float`. Before a norm this sum is
  /// zero and its terms may be large; then rounding errors would be all of the result.
  package static func conv2DBiasGradient(_ dy: Buffer, _ g: Conv2DGeometry) -> Buffer {
    let output = ImageGeometry(
      images: g.images, channels: g.outChannels, height: g.outHeight, width: g.outWidth)
    let dy = dy.arranged(.blocked(output.shape))
    let sums = PlaneSums(output)
    withExtendedLifetime(dy) {
      let start = dy.start
      output.forEachPlane { plane, _ in
        loops.sum(start + plane.start, plane.pixels, sums.places(of: plane).first)
      }
    }
    let db = Buffer(count: g.outChannels)
    for block in 0..<output.blocks { db.vectors[block] = Vector(sums.totals(of: block).0) }
    return db
  }
}
