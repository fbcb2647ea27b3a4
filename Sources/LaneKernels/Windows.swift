/// The windows of a convolution on eight images, four output channels at a time: each number that is read is
/// used four times.
struct Windows {
  /// Where each number of a window is, counted from the first.
  let offsets: [Int]
  /// Where the first is, for every position of the window.
  let corners: [Int]

  init(of size: Int, on images: EightImages, rows: Int, columns: Int, stride: Int = 1) {
    offsets = (0..<images.channels * size * size).map { i in
      let (channel, row, column) = (i / size / size, i / size % size, i % size)
      return (channel * images.height + row) * images.width + column
    }
    corners = (0..<rows * columns).map { i in
      (i / columns * images.width + i % columns) * stride
    }
  }

  /// The sum of products of each window and each filter.
  ///
  /// - Parameters:
  ///   - weights: `[filters / 4, offsets, 4]`, see `packed`.
  ///   - result: a channel for each filter.
  func convolve(_ images: EightImages, _ weights: [Float], into result: EightImages) {
    let positions = corners.count
    offsets.withUnsafeBufferPointer { offsets in
      weights.withUnsafeBufferPointer { weights in
        for four in 0..<result.channels / 4 {
          let w = weights.baseAddress! + four * offsets.count * 4
          let y = result.pixels + four * positions * 4
          for (position, corner) in corners.enumerated() {
            let x = images.pixels + corner
            var (a, b, c, d) = (Eight(), Eight(), Eight(), Eight())
            for i in 0..<offsets.count {
              let number = x[offsets[i]]
              a += w[4 * i] * number
              b += w[4 * i + 1] * number
              c += w[4 * i + 2] * number
              d += w[4 * i + 3] * number
            }
            (y[position], y[positions + position]) = (a, b)
            (y[2 * positions + position], y[3 * positions + position]) = (c, d)
          }
        }
      }
    }
  }

  /// The gradients of the weights: for each, the sum over all positions of the number under it times `dy`
  /// there, added to `sums`, `[filters / 4, offsets, 4]`.
  func addWeightGradient(_ images: EightImages, _ dy: EightImages, to sums: inout [Float]) {
    let positions = corners.count
    corners.withUnsafeBufferPointer { corners in
      for four in 0..<dy.channels / 4 {
        let dy = dy.pixels + four * positions * 4
        for (i, offset) in offsets.enumerated() {
          let x = images.pixels + offset
          var (a, b, c, d) = (Eight(), Eight(), Eight(), Eight())
          for position in 0..<positions {
            let number = x[corners[position]]
            a += dy[position] * number
            b += dy[positions + position] * number
            c += dy[2 * positions + position] * number
            d += dy[3 * positions + position] * number
          }
          let first = (four * offsets.count + i) * 4
          sums[first] += a.sum()
          sums[first + 1] += b.sum()
          sums[first + 2] += c.sum()
          sums[first + 3] += d.sum()
        }
      }
    }
  }

  /// Weights in the order in which they are read: the first of four filters, the second of all four, ….
  static func packed(
    _ filters: Int, _ numbers: Int, _ weight: (_ filter: Int, _ number: Int) -> Float
  ) -> [Float] {
    var packed = [Float](repeating: 0, count: fours(filters) * numbers)
    for filter in 0..<filters {
      for number in 0..<numbers {
        packed[(filter / 4 * numbers + number) * 4 + filter % 4] = weight(filter, number)
      }
    }
    return packed
  }

  /// The next multiple of four.
  static func fours(_ count: Int) -> Int { (count + 3) / 4 * 4 }
}
