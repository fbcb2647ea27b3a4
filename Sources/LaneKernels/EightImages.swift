import Kernels

/// Eight images interleaved: the same pixel of all eight is one vector, `[C, H, W]`.
///
/// The images may be padded, and their pixels spread apart; what lies around and between them is zero. So a
/// window can be placed anywhere without asking where an image ends.
struct EightImages {
  let channels, height, width: Int
  let pixels: UnsafeMutablePointer<Eight>

  init(channels: Int, height: Int, width: Int) {
    (self.channels, self.height, self.width) = (channels, height, width)
    pixels = .allocate(capacity: channels * height * width)
    clear()
  }

  func clear() { pixels.initialize(repeating: Eight(), count: channels * height * width) }

  func free() { pixels.deallocate() }

  /// Copies the images from `first` on; where fewer than eight are left, the other lanes are zero.
  ///
  /// - Parameters:
  ///   - x: `[N, C, H, W]`, with the sizes `g`.
  ///   - start: the first channel of `x` to copy.
  ///   - count: how many are copied; all there is room for, unless said otherwise.
  ///   - padding: the row and the column of the first pixel. Pixels outside are left out.
  ///   - step: how far apart neighboring pixels are.
  func load(
    _ x: UnsafePointer<Float>, _ g: ImageGeometry, from first: Int, channel start: Int,
    count: Int? = nil, padding: Int = 0, step: Int = 1
  ) {
    if g.images - first < 8 { clear() }
    forEachRow(
      g, from: first, channel: start, count: count ?? channels, padding: padding, step: step
    ) { there, row, columns in
      for column in columns { row[(padding + column * step) * 8] = x[there + column] }
    }
  }

  /// Copies images without padding to `y`, `[N, C, H, W]`.
  func store(
    _ y: UnsafeMutablePointer<Float>, _ g: ImageGeometry, from first: Int, channel start: Int,
    count: Int
  ) {
    forEachRow(g, from: first, channel: start, count: count, padding: 0, step: 1) {
      there, row, columns in
      for column in columns { y[there + column] = row[column * 8] }
    }
  }

  /// Visits every row of eight images: where it begins there, where it is here, and which of its columns
  /// are inside.
  @inline(__always)
  private func forEachRow(
    _ g: ImageGeometry, from first: Int, channel start: Int, count: Int, padding: Int, step: Int,
    _ visit: (_ there: Int, _ here: UnsafeMutablePointer<Float>, _ columns: Range<Int>) -> Void
  ) {
    let columns = Self.inside(g.width, padding, step, width)
    let rows = Self.inside(g.height, padding, step, height)
    let numbers = UnsafeMutableRawPointer(pixels).assumingMemoryBound(to: Float.self)
    for lane in 0..<min(8, g.images - first) {
      for channel in 0..<count {
        for row in rows {
          let there = (((first + lane) * g.channels + start + channel) * g.height + row) * g.width
          let here = (channel * height + padding + row * step) * width * 8 + lane
          visit(there, numbers + here, columns)
        }
      }
    }
  }

  /// Which of `count` pixels are inside `size`, if the first is at `padding` and neighbors `step` apart.
  private static func inside(_ count: Int, _ padding: Int, _ step: Int, _ size: Int) -> Range<Int> {
    let first = padding < 0 ? (step - 1 - padding) / step : 0
    let end = size > padding ? (size - 1 - padding) / step + 1 : 0
    return first..<max(first, min(count, end))
  }
}
