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
  /// That of the images, and that of the results.
  var input: ImageGeometry {
    ImageGeometry(images: images, channels: channels, height: height, width: width)
  }
  var output: ImageGeometry {
    ImageGeometry(images: images, channels: channels, height: outHeight, width: outWidth)
  }

  /// The rows of windows over the plane that is first in memory.
  var windowRows: [WindowRow] {
    let columns = (0..<outWidth).map { seen(by: $0, of: width) }
    return (0..<outHeight).map { r in
      let rows = seen(by: r, of: height)
      let lines = Swift.stride(
        from: rows.lowerBound * width, to: rows.upperBound * width, by: width)
      return WindowRow(output: r * outWidth, lines: lines, columns: columns)
    }
  }

  /// The pixels, of `length` along one axis, in the window at `place`.
  private func seen(by place: Int, of length: Int) -> Range<Int> {
    let start = place * stride - padding
    return max(start, 0)..<min(start + kernel, length)
  }
}
