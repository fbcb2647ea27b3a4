/// A `Resize` for pictures of one size, with its weights and buffers, which are reused.
///
/// The filter is separable: rows are resized and then columns, each rounded to bytes. If the height
/// shrinks by more than twice what the width does, columns are first. This is Pillow's rule since
/// version 13; the order matters for rounding.
struct Resizer {
  private let fromWidth: Int
  private let across, down: Taps
  private let beginsWithColumns: Bool
  private var between: [UInt8]
  private var sums: [Int32]

  /// The picture last resized, `[height, width]`.
  private(set) var output: [UInt8]

  init(_ size: Resize, fromHeight: Int, width fromWidth: Int) {
    self.fromWidth = fromWidth
    across = Taps(from: fromWidth, to: size.width)
    down = Taps(from: fromHeight, to: size.height)
    let rowsToGo = fromHeight - size.height
    beginsWithColumns = rowsToGo > 0 && rowsToGo > 2 * (fromWidth - size.width)
    let (height, width) =
      beginsWithColumns ? (size.height, fromWidth) : (fromHeight, size.width)
    between = [UInt8](repeating: 0, count: height * width)
    sums = [Int32](repeating: 0, count: width)
    output = [UInt8](repeating: 0, count: size.height * size.width)
  }

  /// Resizes `picture` into `output`.
  mutating func resize(_ picture: UnsafeBufferPointer<UInt8>) {
    if beginsWithColumns {
      down.resizeColumns(of: picture, sums: &sums, into: &between)
      between.withUnsafeBufferPointer { across.resizeRows(of: $0, fromWidth, into: &output) }
    } else {
      across.resizeRows(of: picture, fromWidth, into: &between)
      between.withUnsafeBufferPointer { down.resizeColumns(of: $0, sums: &sums, into: &output) }
    }
  }
}
