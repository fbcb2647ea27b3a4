import Kernels

/// A convolution that is not computed yet: a batch norm that reads it first has each part measured while
/// that is in the cache.
final class PendingConv2D: Measured {
  private let x, w: Buffer
  private let b: Buffer?
  private let geometry: Conv2DGeometry
  private let pieces: ConvolutionPieces
  let measurement: Measurement

  private init(
    _ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry, _ pieces: ConvolutionPieces
  ) {
    (self.x, self.w, self.b, geometry, self.pieces) = (x, w, b, g, pieces)
    measurement = Measurement(of: g.outputImages)
  }

  /// The result of a convolution, if it pays to compute that in parts.
  static func result(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer? {
    guard let pieces = ConvolutionPieces(of: g) else { return nil }
    let part = OneDNN.forward(pieces.part, bias: b != nil)
    let output = g.outputImages.shape
    guard let input = pieces.arrangement(part.inputs[0]),
      pieces.arrangement(part.outputs[0]) === Arrangement.blocked(output)
    else { return nil }
    let conv = PendingConv2D(
      x.arranged(input), w.arranged(part.inputs[1]), b?.plain, g, pieces)
    return Buffer(.blocked(output), pending: conv)
  }

  func write(to start: UnsafeMutablePointer<Float>) {
    let buffers = [x, w] + (b.map { [$0] } ?? [])
    measurement.around { sums in
      withExtendedLifetime(buffers) {
        let addresses = buffers.map(\.start)
        let (output, primitive) = (
          geometry.outputImages, OneDNN.forward(pieces.part, bias: b != nil)
        )
        pieces.forEach { images in
          let input = addresses[0] + images.lowerBound * x.stored / geometry.images
          let result = start + images.lowerBound * 16 * output.blocks * output.pixels
          primitive.run(at: [input] + addresses.dropFirst() + [result])
          guard let sums else { return }
          output.forEachPlane(ofImages: images, room: 0) { plane, _ in
            sums.measure(plane, start + plane.start)
          }
        }
      }
    }
  }
}
