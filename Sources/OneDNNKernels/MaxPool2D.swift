import Kernels

// oneDNN has poolings too, but takes about four times as long over them (0.9 of 4.1 ms a step of
// chapter 2's net), notes every winner in a workspace, and passes over NaN.

extension OneDNN {
  public static func maxPool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Pooled {
    let x = x.arranged(.blocked(g.inputShape))
    let y = Buffer(.blocked(g.outputShape))
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.vectors, y.vectors)
      g.forEachWindow { i, window in
        var largest = px[window.first]
        window.forEach { j in
          largest.replace(with: px[j], where: px[j] .> largest .| px[j] .!= px[j])
        }
        py[i] = largest
      }
    }
    return Pooled(y: y) { dy in gradient(dy.arranged(like: y), x, y, g) }
  }

  // Which input won is cheaper to find again than to remember: it is the first that equals `y`, or, if
  // that is not a number, the first that is not.
  private static func gradient(_ dy: Buffer, _ x: Buffer, _ y: Buffer, _ g: Pool2DGeometry)
    -> Buffer
  {
    let dx = Buffer.zeros(like: x)
    withExtendedLifetime((dy, x, y)) {
      let (pdy, px, py, pdx) = (dy.vectors, x.vectors, y.vectors, dx.vectors)
      g.forEachWindow { i, window in
        var blame = pdy[i]
        window.forEach { j in
          let wins = px[j] .== py[i] .| px[j] .!= px[j]
          pdx[j] += Vector.zero.replacing(with: blame, where: wins)
          blame.replace(with: 0, where: wins)
        }
      }
    }
    return dx
  }
}

/// The pixels one window sees, of one plane.
private struct Window {
  let rows, columns: Range<Int>
  let plane, width: Int

  var first: Int { plane + rows.lowerBound * width + columns.lowerBound }

  @inline(__always)
  func forEach(_ visit: (_ pixel: Int) -> Void) {
    for row in rows { for column in columns { visit(plane + row * width + column) } }
  }
}

extension Pool2DGeometry {
  fileprivate var inputShape: [Int] { [images, channels, height, width] }
  fileprivate var outputShape: [Int] { [images, channels, outHeight, outWidth] }

  /// Visits every output pixel `i` of sixteen channels with its window, on all cores.
  @inline(__always)
  fileprivate func forEachWindow(_ visit: (_ i: Int, _ window: Window) -> Void) {
    let planes = images * ((channels + 15) / 16)
    let (outHeight, outWidth) = (outHeight, outWidth)
    forEachRun(of: planes, each: outHeight * outWidth) { run in
      for plane in run {
        for r in 0..<outHeight {
          let top = r * stride - padding
          let rows = max(top, 0)..<min(top + kernel, height)
          for c in 0..<outWidth {
            let left = c * stride - padding
            let window = Window(
              rows: rows, columns: max(left, 0)..<min(left + kernel, width),
              plane: plane * height * width, width: width)
            visit((plane * outHeight + r) * outWidth + c, window)
          }
        }
      }
    }
  }
}
