// The gradients of the weights of a convolution.

extension Windows {
  /// For each weight the sum over all positions of the number under it times `dy`
  /// there, added to `sums`, in the order of `packed`.
  @_optimize(speed)
  func addWeightGradient(_ images: EightImages, _ dy: EightImages, to sums: inout [Float]) {
    let plane = rows * columns
    for four in 0..<dy.channels / 4 {
      let dy = dy.pixels + four * plane * 4
      for number in 0..<count {
        let (pixel, channel) = (number / channels, number % channels)
        let (down, right) = (pixel / size - padding, pixel % size - padding)
        // From these positions the number is seen inside.
        let (rows, columns) = (
          positions(down, self.rows, height), positions(right, self.columns, width)
        )
        var (a, b, c, d) = (Eight(), Eight(), Eight(), Eight())
        for row in rows {
          let start = (channel * height + row * stride + down) * width + right
          var x = images.pixels + (start + columns.lowerBound * stride)
          var dy = dy + (row * self.columns + columns.lowerBound)
          for _ in 0..<columns.count {
            let number = x[0]
            a += dy[0] * number
            b += dy[plane] * number
            c += dy[2 * plane] * number
            d += dy[3 * plane] * number
            x += stride
            dy += 1
          }
        }
        let i = (four * count + number) * 4
        sums[i] += a.sum()
        sums[i + 1] += b.sum()
        sums[i + 2] += c.sum()
        sums[i + 3] += d.sum()
      }
    }
  }

  /// At which of `count` positions the pixel at `place` of the window is inside an image of `length` pixels.
  private func positions(_ place: Int, _ count: Int, _ length: Int) -> Range<Int> {
    let first = place < 0 ? (stride - 1 - place) / stride : 0
    let end = place < length ? (length - 1 - place) / stride + 1 : 0
    return first..<max(first, min(count, end))
  }
}
