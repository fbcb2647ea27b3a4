// The two passes of resizing, one along each axis, in integer arithmetic as in Pillow.

extension Taps {
  /// `[height, fromWidth]` to `[height, width]`.
  func resizeRows(
    of picture: UnsafeBufferPointer<UInt8>, _ fromWidth: Int, into output: inout [UInt8]
  ) {
    let (taps, width) = (self.width, starts.count)
    weights.withUnsafeBufferPointer { weights in
      starts.withUnsafeBufferPointer { starts in
        output.withUnsafeMutableBufferPointer { output in
          for y in 0..<output.count / width {
            for x in 0..<width {
              let first = y * fromWidth + starts[x]
              var sum = Self.half
              for tap in 0..<taps {
                sum &+= Int32(picture[first + tap]) &* weights[x * taps + tap]
              }
              output[y * width + x] = Self.byte(sum)
            }
          }
        }
      }
    }
  }

  /// `[fromHeight, width]` to `[height, width]`, a whole row at a time, for SIMD.
  ///
  /// - Parameter sums: room for one row, `[width]`.
  func resizeColumns(
    of picture: UnsafeBufferPointer<UInt8>, sums: inout [Int32], into output: inout [UInt8]
  ) {
    let (taps, width) = (self.width, sums.count)
    sums.withUnsafeMutableBufferPointer { sums in
      output.withUnsafeMutableBufferPointer { output in
        for y in starts.indices {
          sums.update(repeating: Self.half)
          for tap in 0..<taps {
            let weight = weights[y * taps + tap]
            if weight == 0 { continue }
            let row = (starts[y] + tap) * width
            for x in 0..<width { sums[x] &+= Int32(picture[row + x]) &* weight }
          }
          for x in 0..<width { output[y * width + x] = Self.byte(sums[x]) }
        }
      }
    }
  }

  private static let half: Int32 = 1 << (bits - 1)

  /// Weights are not negative, so sums are not; rounding can make one slightly larger than 255.
  private static func byte(_ sum: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: min(sum >> bits, 255))
  }
}
