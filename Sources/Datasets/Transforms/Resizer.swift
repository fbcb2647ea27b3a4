/// The work of a `Resize` for one size of pictures: weights and room, made once for all of them.
///
/// Rows are resized first, then columns, each rounded to bytes: 2 + 2 pixels instead of 4 for each
/// one that comes out, when enlarging.
struct Resizer {
  private let size: Resize
  private let fromWidth: Int
  private let across, down: Taps
  private var rows: [UInt8]
  private var sums: [Int32]

  /// The picture last resized, `[height, width]`.
  private(set) var output: [UInt8]

  init(_ size: Resize, fromHeight: Int, width fromWidth: Int) {
    (self.size, self.fromWidth) = (size, fromWidth)
    across = Taps(from: fromWidth, to: size.width)
    down = Taps(from: fromHeight, to: size.height)
    rows = [UInt8](repeating: 0, count: fromHeight * size.width)
    output = [UInt8](repeating: 0, count: size.height * size.width)
    sums = [Int32](repeating: 0, count: size.width)
  }

  /// Resizes `picture` into `output`.
  mutating func resize(_ picture: UnsafeBufferPointer<UInt8>) {
    resizeRows(of: picture)
    resizeColumns()
  }

  /// `[fromHeight, fromWidth]` to `[fromHeight, width]`.
  private mutating func resizeRows(of picture: UnsafeBufferPointer<UInt8>) {
    let (taps, width, fromWidth) = (across.width, size.width, fromWidth)
    across.weights.withUnsafeBufferPointer { weights in
      across.starts.withUnsafeBufferPointer { starts in
        rows.withUnsafeMutableBufferPointer { rows in
          for y in 0..<rows.count / width {
            for x in 0..<width {
              let first = y * fromWidth + starts[x]
              var sum: Int32 = Self.half
              for tap in 0..<taps {
                sum &+= Int32(picture[first + tap]) &* weights[x * taps + tap]
              }
              rows[y * width + x] = Self.byte(sum)
            }
          }
        }
      }
    }
  }

  /// `[fromHeight, width]` to `[height, width]`, a whole row at a time, which suits SIMD.
  private mutating func resizeColumns() {
    let (taps, width, height) = (down.width, size.width, size.height)
    rows.withUnsafeBufferPointer { rows in
      sums.withUnsafeMutableBufferPointer { sums in
        output.withUnsafeMutableBufferPointer { output in
          for y in 0..<height {
            sums.update(repeating: Self.half)
            for tap in 0..<taps {
              let weight = down.weights[y * taps + tap]
              if weight == 0 { continue }
              let row = (down.starts[y] + tap) * width
              for x in 0..<width { sums[x] &+= Int32(rows[row + x]) &* weight }
            }
            for x in 0..<width { output[y * width + x] = Self.byte(sums[x]) }
          }
        }
      }
    }
  }

  private static let half: Int32 = 1 << (Taps.bits - 1)

  /// Weights are never negative, so no sum is; rounding can carry one just past 255.
  private static func byte(_ sum: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: min(sum >> Taps.bits, 255))
  }
}
