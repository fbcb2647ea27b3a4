import Kernels

/// The tiles of three by three that images are cut into: input transform, output transform, and the
/// transform of the output's gradient.
///
/// At each of the twenty-five points of the Winograd domain the numbers make a matrix: a row for each tile, a column for each
/// channel, `[25, tiles, channels]`.
struct WinogradTiles {
  private let images: Range<Int>
  /// Of an image; the tiles at its edges may overhang.
  private let height, width: Int
  private let rows, columns: Int

  /// Those of some of the images.
  init(images: Range<Int>, of all: ImageGeometry) {
    (self.images, height, width) = (images, all.height, all.width)
    (rows, columns) = ((height + 2) / 3, (width + 2) / 3)
  }

  var count: Int { images.count * rows * columns }

  /// Visits every tile, on all cores.
  private func forEach(
    blocks: Int,
    _ visit: (_ tile: Int, _ image: Int, _ top: Int, _ left: Int, WinogradPlane) -> Void
  ) {
    forEachRun(of: count, each: 25 * blocks) { run in
      WinogradPlane.with { plane in
        for tile in run {
          let (image, place) = tile.quotientAndRemainder(dividingBy: rows * columns)
          visit(
            tile, images.lowerBound + image, place / columns * 3, place % columns * 3,
            plane)
        }
      }
    }
  }

  /// The input transform of `x`, `[N, C, H, W]`.
  ///
  /// An input tile has five by five numbers, of which the first is `padding` above and left of its own.
  func inputTransform(_ x: Buffer, _ g: ImageGeometry, padding: Int, into points: Buffer) {
    let blocks = g.blocks
    withExtendedLifetime((x, points)) {
      let (px, pv) = (x.vectors, points.vectors)
      forEach(blocks: blocks) { tile, image, top, left, plane in
        for block in 0..<blocks {
          let pixels = px + (image * blocks + block) * g.pixels
          for i in 0..<5 {
            let row = top - padding + i
            let isInside = row >= 0 && row < g.height
            for j in 0..<5 {
              let column = left - padding + j
              plane[i, j] =
                isInside && column >= 0 && column < g.width
                ? pixels[row * g.width + column] : .zero
            }
          }
          plane.transform(Winograd.inputTransform)
          store(plane, into: pv, tile, block, of: blocks)
        }
      }
    }
  }

  /// The transform of `dy`, `[N, C, height, width]`.
  func outputGradientTransform(_ dy: Buffer, blocks: Int, into points: Buffer) {
    withExtendedLifetime((dy, points)) {
      let (pdy, pd) = (dy.vectors, points.vectors)
      forEach(blocks: blocks) { tile, image, top, left, plane in
        for block in 0..<blocks {
          let pixels = pdy + (image * blocks + block) * height * width
          for i in 0..<3 {
            for j in 0..<3 {
              let (row, column) = (top + i, left + j)
              plane[i, j] =
                row < height && column < width ? pixels[row * width + column] : .zero
            }
          }
          plane.widen(Winograd.outputGradientTransform)
          store(plane, into: pd, tile, block, of: blocks)
        }
      }
    }
  }

  /// The output transform, to `y`, `[N, C, height, width]`; adds `bias` to each channel.
  func outputTransform(_ points: Buffer, bias: Buffer?, blocks: Int, into y: Buffer) {
    withExtendedLifetime((points, bias, y)) {
      let (pm, pb, py) = (points.vectors, bias?.vectors, y.vectors)
      forEach(blocks: blocks) { tile, image, top, left, plane in
        for block in 0..<blocks {
          for point in 0..<25 {
            plane[point / 5, point % 5] = pm[(point * count + tile) * blocks + block]
          }
          plane.narrow(Winograd.outputTransform)
          let pixels = py + (image * blocks + block) * height * width
          let bias = pb?[block] ?? .zero
          for i in 0..<min(3, height - top) {
            for j in 0..<min(3, width - left) {
              pixels[(top + i) * width + left + j] = plane[i, j] + bias
            }
          }
        }
      }
    }
  }

  @inline(__always) private func store(
    _ plane: WinogradPlane, into points: UnsafeMutablePointer<Vector>, _ tile: Int, _ block: Int,
    of blocks: Int
  ) {
    for point in 0..<25 {
      points[(point * count + tile) * blocks + block] = plane[point / 5, point % 5]
    }
  }
}
