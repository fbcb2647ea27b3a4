import Kernels

/// Eight images interleaved: the same pixel of all eight is one vector, `[C, H, W]`.
///
/// Their pixels may be spread apart, with zeros between them.
struct EightImages {
  let channels, height, width: Int
  let pixels: UnsafeMutablePointer<Eight>

  /// Zeros.
  init(channels: Int, height: Int, width: Int) {
    (self.channels, self.height, self.width) = (channels, height, width)
    pixels = .allocate(capacity: max(1, channels * height * width))
    clear()
  }

  func free() { pixels.deallocate() }

  /// Copies the images from `first` on; where fewer than eight are left, the other lanes are zero.
  ///
  /// - Parameters:
  ///   - x: `[N, C, H, W]`, with the sizes `g`.
  ///   - start: the first channel of `x` to copy.
  ///   - count: how many are copied; all there is room for, unless said otherwise.
  ///   - step: how far apart neighboring pixels are here.
  @inline(never)
  func load(
    _ x: UnsafePointer<Float>, _ g: ImageGeometry, from first: Int, channel start: Int,
    count: Int? = nil, step: Int = 1
  ) {
    if g.images - first < 8 { clear() }
    forEachRow(g, from: first, channel: start, count: count ?? channels, step: step) {
      there, row in
      let source = x + there
      for column in 0..<g.width { row[column &* step &* 8] = source[column] }
    }
  }

  /// Copies the first channels to those of `y`, `[N, C, H, W]`.
  @inline(never)
  func store(
    _ y: UnsafeMutablePointer<Float>, _ g: ImageGeometry, from first: Int, channel start: Int,
    count: Int
  ) {
    forEachRow(g, from: first, channel: start, count: count, step: 1) { there, row in
      let result = y + there
      for column in 0..<g.width { result[column] = row[column &* 8] }
    }
  }

  private func clear() { pixels.initialize(repeating: Eight(), count: channels * height * width) }

  /// Visits every row of eight images: where it begins there, and where it is here.
  @inline(__always)
  private func forEachRow(
    _ g: ImageGeometry, from first: Int, channel start: Int, count: Int, step: Int,
    _ visit: (_ there: Int, _ here: UnsafeMutablePointer<Float>) -> Void
  ) {
    let numbers = UnsafeMutableRawPointer(pixels).assumingMemoryBound(to: Float.self)
    for lane in 0..<min(8, g.images - first) {
      for channel in 0..<count {
        for row in 0..<g.height {
          let there = (((first + lane) * g.channels + start + channel) * g.height + row) * g.width
          visit(there, numbers + (channel * height + row * step) * width * 8 + lane)
        }
      }
    }
  }
}
