import Kernels

/// One row of windows over one plane of sixteen channels, pixel by pixel.
///
/// A kernel has its own loops over the windows, so that they are inlined also where the compiler sees one
/// file at a time.
struct WindowRow {
  /// The first output; the others follow.
  let output: Int
  /// Where the rows of pixels in these windows begin.
  let lines: StrideTo<Int>
  /// The columns in each window.
  let columns: [Range<Int>]
}

extension Pool2DGeometry {
  var inputShape: [Int] { [images, channels, height, width] }
  var outputShape: [Int] { [images, channels, outHeight, outWidth] }

  /// Visits every row of windows of every plane, on all cores.
  func forEachWindowRow(_ visit: (WindowRow) -> Void) {
    let (outHeight, outWidth) = (outHeight, outWidth)
    let rows = (0..<outHeight).map { seen(by: $0, of: height) }
    let columns = (0..<outWidth).map { seen(by: $0, of: width) }
    forEachRun(of: images * ((channels + 15) / 16), each: outHeight * outWidth) { run in
      for plane in run {
        for (r, rows) in rows.enumerated() {
          let first = (plane * height + rows.lowerBound) * width
          visit(
            WindowRow(
              output: (plane * outHeight + r) * outWidth,
              lines: Swift.stride(from: first, to: first + rows.count * width, by: width),
              columns: columns))
        }
      }
    }
  }

  /// The pixels, of `length` along one axis, in the window at `place`.
  private func seen(by place: Int, of length: Int) -> Range<Int> {
    let start = place * stride - padding
    return max(start, 0)..<min(start + kernel, length)
  }
}
