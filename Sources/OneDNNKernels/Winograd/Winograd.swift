import CWinograd
import Kernels

/// Convolution by Winograd's algorithm (Lavin and Gray 2016, "Fast algorithms for convolutional neural
/// networks", section 4).
///
/// Images are cut into tiles. Input tiles and filters are transformed to the Winograd domain, where convolution is an
/// elementwise product: thirty-six products for a tile of four by four outputs instead of a hundred and forty-four.
/// The sum over the channels is taken in the Winograd domain, too, so for each of its points that is a matrix
/// product, tiles × channels times channels × channels, which is what a processor does fastest. The output transform
/// leads back.
///
/// Some tiles at a time are led there and back, as many as the cache holds (Gelashvili, Shavit and Zlateski 2019,
/// "L3 fusion", arXiv 1912.02165). The transforms round a little more than the direct sum.
enum Winograd {
  static func conv2D(_ x: Buffer, _ w: Buffer, _ b: Buffer?, _ g: Conv2DGeometry) -> Buffer? {
    guard let scheme = Scheme.paying(g) else { return nil }
    let filters = Filters(w, g, scheme, .asTheyAre)
    return correlate(x, filters, b?.blocked, padding: g.padding, from: g.input, to: g.output)
  }

  /// At stride 1 the gradient of a convolution's input is a convolution, too: of `dy`, with each filter rotated by half a
  /// turn, and input and output channels exchanged.
  static func inputGradient(_ dy: Buffer, _ w: Buffer, _ g: Conv2DGeometry) -> Buffer? {
    guard let scheme = Scheme.paying(g) else { return nil }
    if scheme.stride > 1 { return stridedInputGradient(dy, w, g, scheme) }
    let filters = Filters(w, g, scheme, .rotated)
    return correlate(
      dy, filters, nil, padding: g.kernel - 1 - g.padding, from: g.output, to: g.input)
  }

  private static func correlate(
    _ x: Buffer, _ filters: Filters, _ bias: Buffer?, padding: Int, from input: ImageGeometry,
    to output: ImageGeometry
  ) -> Buffer {
    let x = Images(x, input)
    let y = Buffer(.blocked(output.shape))
    let tiles = Tiles(of: output, filters.scheme)
    withExtendedLifetime((y, bias)) {
      let (py, pb) = (y.start, bias?.start)
      x.read { px, affine in
        forEachRound(of: tiles.count, filters, atOnce: 8) { some, v, m in
          tiles.transformInputs(px, affine, input, padding: padding, some) { v.left($0) }
          v.times(filters, into: m)
          tiles.transformOutputs(m.sum, bias: pb, some, to: py)
        }
      }
    }
    return y
  }

  /// At stride 2 each map of the convolution is transposed, in reverse order.
  private static func stridedInputGradient(
    _ dy: Buffer, _ w: Buffer, _ g: Conv2DGeometry, _ scheme: Scheme
  ) -> Buffer {
    let filters = Filters(w, g, scheme, .transposed)
    let dy = dy.arranged(.blocked(g.output.shape))
    let dx = Buffer(.blocked(g.input.shape))
    let tiles = Tiles(of: g.output, scheme)
    withExtendedLifetime((dy, dx)) {
      let (pdy, pdx) = (dy.start, dx.start)
      // Whole images: tiles of one image add to each other.
      forEachRound(of: tiles.count, filters, atOnce: tiles.ofImage) { some, d, m in
        tiles.transformOutputGradients(pdy, some) { d.left($0) }
        d.times(filters, into: m)
        tiles.transformInputGradients(m.sum, g.input, padding: g.padding, some, to: pdx)
      }
    }
    return dx
  }

  /// Each thread leads its tiles there and back, as many in a round as its own cache holds.
  ///
  /// - Parameters:
  ///   - count: of all tiles.
  ///   - atOnce: how many tiles at least one thread takes.
  ///   - round: is given some tiles, and room for them before and behind the product with the filters.
  private static func forEachRound(
    of count: Int, _ filters: Filters, atOnce: Int,
    _ round: (_ some: Range<Int>, _ before: Points, _ behind: Points) -> Void
  ) {
    let (scheme, rows, columns) = (filters.scheme, filters.rows, filters.columns)
    let most = min(scheme.tilesInCache(rows, columns), count)
    let before = Points.floats(scheme, tiles: most, channels: rows)
    let floats = before + Points.floats(scheme, tiles: most, channels: columns)
    let rooms = Buffer(count: cores * floats)
    withExtendedLifetime((rooms, filters)) {
      let first = rooms.start
      forEachRun(of: (count + atOnce - 1) / atOnce, each: atOnce * scheme.points * columns / 16) {
        run in
        let mine = run.lowerBound * atOnce..<min(run.upperBound * atOnce, count)
        let room = first + core * floats
        for some in mine.pieces(of: most) {
          round(
            some, Points(scheme, tiles: some.count, channels: rows, at: room),
            Points(scheme, tiles: some.count, channels: columns, at: room + before))
        }
      }
    }
  }
}

extension Range<Int> {
  /// These numbers in pieces of `count`; the last may be smaller.
  func pieces(of count: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: count).map {
      $0..<Swift.min($0 + count, upperBound)
    }
  }
}

extension Buffer {
  /// These numbers, one for each channel, and zeros for the gaps behind the last.
  fileprivate var blocked: Buffer {
    let (plain, blocked) = (plain, Buffer(repeating: 0, count: (count + 15) / 16 * 16))
    withExtendedLifetime(plain) { blocked.start.update(from: plain.start, count: count) }
    return blocked
  }
}

extension Conv2DGeometry {
  /// The input and output images.
  var input: ImageGeometry {
    ImageGeometry(images: images, channels: inChannels, height: height, width: width)
  }
  var output: ImageGeometry {
    ImageGeometry(images: images, channels: outChannels, height: outHeight, width: outWidth)
  }
  /// The channels with the gaps behind them, which hold zeros.
  var blockedInChannels: Int { 16 * input.blocks }
  var blockedOutChannels: Int { 16 * output.blocks }
}
