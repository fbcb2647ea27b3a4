import Kernels

extension Lanes {
  /// The maximum of each window: the first of several equals wins, and NaN always does.
  @_optimize(speed)
  public static func maxPool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Pooled {
    let (numbers, result) = (x.plain, Buffer(count: g.outputCount))
    var winners = [Int32](repeating: 0, count: g.outputCount)
    winners.withUnsafeMutableBufferPointer { winners in
      let (x, y) = (numbers.start, result.start)
      var i = 0
      for plane in 0..<g.images * g.channels {
        for r in 0..<g.outHeight {
          let rows = inside(r * g.stride - g.padding, g.kernel, g.height)
          for c in 0..<g.outWidth {
            let columns = inside(c * g.stride - g.padding, g.kernel, g.width)
            var winner = (plane * g.height + rows.lowerBound) * g.width + columns.lowerBound
            var best = x[winner]
            for row in rows {
              let start = (plane * g.height + row) * g.width
              for j in start + columns.lowerBound..<start + columns.upperBound {
                let number = x[j]
                if number > best || (number.isNaN && !best.isNaN) { (winner, best) = (j, number) }
              }
            }
            (y[i], winners[i]) = (best, Int32(truncatingIfNeeded: winner))
            i += 1
          }
        }
      }
    }
    withExtendedLifetime(numbers) {}
    return Pooled(y: result) { [winners] dy in
      let (gradients, result) = (dy.plain, Buffer(repeating: 0, count: g.inputCount))
      let (dy, dx) = (gradients.start, result.start)
      for (i, winner) in winners.enumerated() { dx[Int(winner)] += dy[i] }
      withExtendedLifetime(gradients) {}
      return result
    }
  }

  /// Which of `count` pixels a window of `size` has that begins at `first`; at least one, since padding is
  /// at most half a window.
  private static func inside(_ first: Int, _ size: Int, _ count: Int) -> Range<Int> {
    max(0, first)..<min(count, first + size)
  }
}
