import CWinograd
import Kernels

extension Winograd {
  /// The gradient of a convolution's weights: in the Winograd domain, for each point, the transposed matrix of the
  /// inputs times that of the gradients.
  ///
  /// All cores transform some of the tiles, as many as the shared cache holds, and then multiply them, each some of
  /// the points. So each sum is one core's, and does not depend on how many there are.
  static func weightGradient(_ dy: Buffer, _ x: Buffer, _ g: Conv2DGeometry) -> Buffer? {
    guard let scheme = Scheme.paying(g) else { return nil }
    let x = Images(x, g.input)
    let dy = dy.arranged(.blocked(g.output.shape))
    let tiles = Tiles(of: g.output, scheme)
    let (inChannels, outChannels) = (g.blockedInChannels, g.blockedOutChannels)
    let step = inChannels * outChannels + 16
    let sums = Buffer(count: scheme.points * step)
    let bytes = 4 * scheme.points * (inChannels + outChannels)
    let most = min(max(sharedCache / bytes / 128 * 128, 128), tiles.count)
    let left = Points.floats(scheme, tiles: most, channels: inChannels)
    let room = Buffer(
      count: left + Points.floats(scheme, tiles: most, channels: outChannels))
    withExtendedLifetime((dy, room)) {
      let pdy = dy.start
      for some in (0..<tiles.count).pieces(of: most) {
        let v = Points(scheme, tiles: some.count, channels: inChannels, at: room.start)
        let d = Points(
          scheme, tiles: some.count, channels: outChannels, at: room.start + left)
        v.clearRest(ofColumn: { v.left($0) })
        d.clearRest(ofColumn: { d.right($0) })
        let each = scheme.points * (g.input.blocks + g.output.blocks)
        x.read { px, affine in
          forEachRun(of: some.count, each: each) { run in
            let first = some.lowerBound
            let mine = first + run.lowerBound..<first + run.upperBound
            tiles.transformInputs(px, affine, g.input, padding: g.padding, mine) {
              v.left(from: run.lowerBound, $0)
            }
            tiles.transformOutputGradients(pdy, mine) { d.right(from: run.lowerBound, $0) }
          }
        }
        multiply(v, d, into: sums, step: step, adds: some.lowerBound > 0)
      }
    }
    return Filters.gradient(sums, step: step, scheme, g)
  }

  private static func multiply(
    _ v: Points, _ d: Points, into sums: Buffer, step: Int, adds: Bool
  ) {
    // Half a matrix at a time, so that the cores end together.
    let half = v.channels / 16 * 8
    withExtendedLifetime(sums) {
      let ps = sums.start
      forEachRun(of: 2 * v.scheme.points, each: v.rows * v.channels / 16) { run in
        for part in run {
          let point = part / 2
          winograd_product_gradient(
            v.start + point * v.step, d.start + point * d.step, ps + point * step, v.rows,
            part % 2 == 0 ? 0 : half, part % 2 == 0 ? half : v.channels, v.channels, d.channels,
            adds ? 1 : 0)
        }
      }
    }
  }
}

/// How many bytes the tiles of a moment may take.
///
/// The cores transform them, each into its own cache, and then read each other's: 3 MB are 5 % faster than 12 MB for chapter 5's
/// net with two cores of 1 MB, and no slower than 1.5.
private let sharedCache = 3 << 20
