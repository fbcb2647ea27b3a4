/// The windows of a convolution on eight images, four output channels at a time: each number that is read is
/// used four times.
///
/// A window may lie partly outside the images, where all is zero; only what is inside is computed with.
struct Windows {
  /// The side of a window, how far apart windows are, and how far outside the images the first begins.
  let size, stride, padding: Int
  /// How many windows there are below and beside each other.
  let rows, columns: Int
  /// Those of the images.
  let channels, height, width: Int

  init(
    of size: Int, on images: EightImages, rows: Int, columns: Int, stride: Int = 1, padding: Int
  ) {
    (self.size, self.stride, self.padding) = (size, stride, padding)
    (self.rows, self.columns) = (rows, columns)
    (channels, height, width) = (images.channels, images.height, images.width)
  }

  /// How many pixels a window has, and how many numbers.
  var window: Int { size * size }
  var count: Int { window * channels }

  /// The sum of products of each window and each filter, and the filter's bias.
  ///
  /// - Parameters:
  ///   - weights: `[filters / 4, size, size, C, 4]`, see `packed`.
  ///   - bias: one number for each filter.
  ///   - result: a channel for each filter.
  @_optimize(speed)
  func convolve(
    _ images: EightImages, _ weights: [Float], _ bias: [Float], into result: EightImages
  ) {
    // Where each number of a window is, counted from the first.
    let offsets = (0..<count).map { i in
      let (pixel, channel) = (i / channels, i % channels)
      return (channel * height + pixel / size) * width + pixel % size
    }
    let (plane, rowLength) = (rows * columns, size * channels)
    offsets.withUnsafeBufferPointer { offsets in
      weights.withUnsafeBufferPointer { weights in
        for four in 0..<result.channels / 4 {
          let weights = weights.baseAddress! + four * count * 4
          var y = result.pixels + four * plane * 4
          for row in 0..<rows {
            let top = row * stride - padding
            let insideRows = Self.inside(top, size, height)
            for column in 0..<columns {
              let left = column * stride - padding
              let insideColumns = Self.inside(left, size, width)
              let x = images.pixels + (top * width + left)
              // Of each row what is inside; where all columns are, the rows are one run.
              let isWhole = insideColumns.count == size
              let length = insideColumns.count * channels * (isWhole ? insideRows.count : 1)
              var start = insideRows.lowerBound * rowLength + insideColumns.lowerBound * channels
              var (a, b, c, d) = (Eight(), Eight(), Eight(), Eight())
              for _ in 0..<(isWhole ? 1 : insideRows.count) {
                var w = weights + start * 4
                for i in start..<start + length {
                  let number = x[offsets[i]]
                  a += w[0] * number
                  b += w[1] * number
                  c += w[2] * number
                  d += w[3] * number
                  w += 4
                }
                start += rowLength
              }
              (y[0], y[plane]) = (a + bias[4 * four], b + bias[4 * four + 1])
              (y[2 * plane], y[3 * plane]) = (c + bias[4 * four + 2], d + bias[4 * four + 3])
              y += 1
            }
          }
        }
      }
    }
  }

  /// Weights in the order in which they are read: the same number of four filters side by side.
  ///
  /// - Parameters:
  ///   - filters: how many there are; zeros make them fours.
  ///   - weight: a weight by its filter, its channel, and its pixel in the window.
  func packed(
    _ filters: Int, _ weight: (_ filter: Int, _ channel: Int, _ pixel: Int) -> Float
  ) -> [Float] {
    var packed = [Float](repeating: 0, count: Self.fours(filters) * count)
    for filter in 0..<filters {
      for number in 0..<count {
        packed[place(filter, number)] = weight(filter, number % channels, number / channels)
      }
    }
    return packed
  }

  /// Visits what is in that order.
  func unpack(
    _ packed: [Float], _ filters: Int,
    _ visit: (_ filter: Int, _ channel: Int, _ pixel: Int, _ number: Float) -> Void
  ) {
    for filter in 0..<filters {
      for number in 0..<count {
        visit(filter, number % channels, number / channels, packed[place(filter, number)])
      }
    }
  }

  private func place(_ filter: Int, _ number: Int) -> Int {
    (filter / 4 * count + number) * 4 + filter % 4
  }

  /// The next multiple of four.
  static func fours(_ count: Int) -> Int { (count + 3) / 4 * 4 }

  /// Which pixels of a window that begins at `start` are inside an image of `length` pixels.
  private static func inside(_ start: Int, _ size: Int, _ length: Int) -> Range<Int> {
    let first = max(0, -start)
    return first..<max(first, min(size, length - start))
  }
}
