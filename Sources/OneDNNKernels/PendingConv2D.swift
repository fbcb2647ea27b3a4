import Kernels

/// A convolution that is not computed yet: a batch norm that reads it first has each part measured while
/// that is in the cache.
final class PendingConv2D: Pending, @unchecked Sendable {
  private let x, w: Buffer
  private let b: Buffer?
  private let geometry: Conv2DGeometry
  private let pieces: ConvolutionPieces
  /// The means and squares of each plane, once they are wanted; filled when the result is computed.
  private var sums: PlaneSums?

  private init(
    _ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry, _ pieces: ConvolutionPieces
  ) {
    (self.x, self.w, self.b, geometry, self.pieces) = (x, w, b, g, pieces)
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

  /// Computes the result of a convolution that is still pending, and the means and squares of its planes.
  static func measured(_ y: Buffer) -> PlaneSums? {
    guard let conv = y.pending as? PendingConv2D else { return nil }
    conv.sums = PlaneSums(conv.geometry.outputImages)
    _ = y.start
    return conv.sums
  }

  func write(to start: UnsafeMutablePointer<Float>) {
    let buffers = [x, w] + (b.map { [$0] } ?? [])
    withExtendedLifetime(buffers) {
      let addresses = buffers.map(\.start)
      let output = geometry.outputImages
      let primitive = OneDNN.forward(pieces.part, bias: b != nil)
      pieces.forEach { images in
        let input = addresses[0] + images.lowerBound * x.stored / geometry.images
        let result = start + images.lowerBound * 16 * output.blocks * output.pixels
        primitive.run(at: [input] + addresses.dropFirst() + [result])
        sums?.measure(start, output, images)
      }
    }
  }
}
