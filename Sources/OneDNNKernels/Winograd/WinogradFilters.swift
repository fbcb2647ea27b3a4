import CWinograd
import Kernels

extension Winograd {
  /// Filters in the Winograd domain: for each point a matrix, a row for each input channel and a column for each
  /// output channel.
  struct Filters {
    let scheme: Scheme
    /// The channels of what is convolved with them, and of the result.
    let rows, columns: Int
    /// From one point's matrix to the next, in floats.
    let step: Int
    private let buffer: Buffer

    var start: UnsafeMutablePointer<Float> { buffer.start }

    private init(_ scheme: Scheme, rows: Int, columns: Int) {
      (self.scheme, self.rows, self.columns) = (scheme, rows, columns)
      step = rows * columns + 16
      buffer = Buffer(count: scheme.points * step)
    }

    /// How filters are turned before they are transformed: for the gradient of the input, input and output channels are
    /// exchanged, and at stride 1 each window is rotated by half a turn.
    enum Turn { case asTheyAre, transposed, rotated }

    /// The filter transform of `w`, `[O, C, K, K]`.
    init(_ w: Buffer, _ g: Conv2DGeometry, _ scheme: Scheme, _ turn: Turn) {
      let shape = [g.outChannels, g.inChannels, g.kernel, g.kernel]
      let isExchanged = turn != .asTheyAre
      let w = w.arranged(isExchanged ? .blockedTransposed(shape) : .blockedWindows(shape))
      let (rows, columns) =
        isExchanged
        ? (g.blockedOutChannels, g.blockedInChannels) : (g.blockedInChannels, g.blockedOutChannels)
      self.init(scheme, rows: rows, columns: columns)
      let size = g.kernel * g.kernel
      let width = Int(winograd_right_group(columns))
      let (rowBlock, columnBlock) = isExchanged ? (columns / 16, 1) : (1, rows / 16)
      withExtendedLifetime((w, buffer)) {
        let (pw, pu) = (w.start, start)
        forEach { row, block in
          // Sixteen rows of sixteen columns lie together, for each number of the window.
          let place = row / 16 * rowBlock + block * columnBlock
          let window = pw + (place * size * 16 + row % 16) * 16
          let first = 16 * block / width * width
          scheme.functions.filter(
            turn == .rotated ? window + (size - 1) * 256 : window, turn == .rotated ? -256 : 256,
            winograd_points(
              points: pu + first * rows + row * width + 16 * block - first, step: step))
        }
      }
    }

    /// Visits every row of every sixteen columns, on all cores; a core's rows one after another, as they lie in memory.
    private func forEach(_ visit: (_ row: Int, _ block: Int) -> Void) {
      let blocks = columns / 16
      forEachRun(of: rows, each: scheme.points * blocks) { run in
        for block in 0..<blocks { for row in run { visit(row, block) } }
      }
    }
  }
}

extension Winograd.Filters {
  /// The gradient of the windows, `[O, C, K, K]`, from their sums in the Winograd domain, row by row.
  static func gradient(
    _ sums: Buffer, step: Int, _ scheme: Winograd.Scheme, _ g: Conv2DGeometry
  ) -> Buffer {
    let dw = Buffer(.blockedWindows([g.outChannels, g.inChannels, g.kernel, g.kernel]))
    let (blocks, size) = (g.output.blocks, g.kernel * g.kernel)
    withExtendedLifetime((sums, dw)) {
      let (pd, pdw) = (sums.start, dw.start)
      forEachRun(of: g.blockedInChannels, each: scheme.points * blocks) { run in
        for row in run {
          for block in 0..<blocks {
            let place = block * g.input.blocks + row / 16
            scheme.functions.filter_gradient(
              winograd_points(points: pd + row * g.blockedOutChannels + 16 * block, step: step),
              pdw + (place * size * 16 + row % 16) * 16, 256)
          }
        }
      }
    }
    return dw
  }
}
