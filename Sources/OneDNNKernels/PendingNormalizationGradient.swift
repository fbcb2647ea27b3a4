import Kernels

/// The gradient of a normalization's input, not computed yet.
///
/// That is `slope · (dy − db / count − normalized · dw / count)`; for given statistics `slope · dy`.
final class PendingNormalizationGradient: Planewise, @unchecked Sendable {
  private let dy, x: Buffer
  private let maps: [Affine]
  private let corrections: [Correction]?
  let geometry: ImageGeometry
  private let lock = Lock()
  private var known: PlaneSums?
  /// The sums of its planes, if something has computed these in passing.
  var sums: PlaneSums? { lock.around { known } }

  init(
    _ dy: Buffer, _ x: Buffer, _ maps: [Affine], _ corrections: [Correction]?, _ g: ImageGeometry
  ) {
    (self.dy, self.x, self.maps, self.corrections, geometry) = (dy, x, maps, corrections, g)
  }

  func planes() -> PlaneRecipe {
    let (dy, x, maps, corrections) = (PlaneReader(dy, geometry), x, maps, corrections)
    _ = x.start
    return PlaneRecipe(room: dy.room) { plane, dx, room in
      dy.read(plane, room) { dy in
        withExtendedLifetime(x) {
          let (x, affine) = (x.start + plane.start, maps[plane.block])
          affine.with { map in
            guard let correction = corrections?[plane.block] else {
              return loops.scale_gradient(map, dy, x, dx, plane.pixels)
            }
            floats(correction) { loops.norm_gradient(map, $0, $0 + 16, dy, x, dx, plane.pixels) }
          }
        }
      }
    }
  }

  /// The gradient of the weights of a convolution that this is the gradient of the results of.
  ///
  /// It is computed by parts of the batch, and what this comes to for a part is forgotten with it: if a
  /// convolution's input requires no gradient, nobody else reads it. `nil` if that does not pay.
  func weightGradient(_ x: Buffer, _ g: Conv2DGeometry) -> Buffer? {
    guard let pieces = ConvolutionPieces(of: g) else { return nil }
    let primitive = OneDNN.weightGradient(pieces.part)
    let part = primitive.inputs
    guard pieces.arrangement(part[0]) === Arrangement.blocked(geometry.shape),
      let input = pieces.arrangement(part[1])
    else { return nil }
    let (x, dy) = (x.arranged(input), Buffer(part[0]))
    let (recipe, sums) = (planes(), PlaneSums(geometry))
    var total = Buffer(primitive.outputs[0])
    withExtendedLifetime((x, dy)) {
      let (px, pdy) = (x.start, dy.start)
      pieces.forEach { images in
        let first = images.lowerBound * geometry.blocks * geometry.pixels * 16
        geometry.forEachPlane(ofImages: images, room: recipe.room) { plane, room in
          let start = pdy + (plane.start - first)
          recipe.write(plane, start, room)
          loops.sum(start, plane.pixels, sums.places(of: plane).first)
        }
        let dw = images.lowerBound == 0 ? total : Buffer(like: total)
        let input = px + images.lowerBound * x.stored / g.images
        primitive.run(at: [pdy, input, dw.start])
        if images.lowerBound > 0 { total = OneDNN.add(total, dw) }
      }
    }
    lock.around { known = sums }
    return total
  }
}
