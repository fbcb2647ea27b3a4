import CWinograd
import Kernels

extension Winograd {
  /// Tiles in the Winograd domain: for each point a matrix, a row for each tile and a column for each channel.
  struct Points {
    let scheme: Scheme
    let tiles, channels: Int
    /// Rows up to a multiple of eight; what those behind the last tile hold does not matter, except where rows are summed.
    let rows: Int
    /// From one point's matrix to the next, in floats: sixteen more than it has numbers, so that matrices do not
    /// compete for the same places of the cache.
    let step: Int
    let start: UnsafeMutablePointer<Float>

    /// In memory of the caller's, which has room for them, `floats(…)`.
    init(_ scheme: Scheme, tiles: Int, channels: Int, at start: UnsafeMutablePointer<Float>) {
      (self.scheme, self.tiles, self.channels) = (scheme, tiles, channels)
      rows = (tiles + 7) / 8 * 8
      step = rows * channels + 16
      self.start = start
    }

    /// How many numbers that takes.
    static func floats(_ scheme: Scheme, tiles: Int, channels: Int) -> Int {
      scheme.points * ((tiles + 7) / 8 * 8 * channels + 16)
    }

    /// Sixteen channels of one tile after another.
    struct Column {
      fileprivate var start: UnsafeMutablePointer<Float>
      /// From one tile to the next, and from one point's matrix to the next, in floats.
      fileprivate let row, step: Int

      /// The place of the next tile.
      @inline(__always)
      mutating func next() -> winograd_points {
        defer { start += row }
        return winograd_points(points: start, step: step)
      }
    }

    /// A block of channels from some tile on, in the left factor of a product.
    func left(from tile: Int = 0, _ block: Int) -> Column {
      column(from: tile, block, group: Int(winograd_left_group))
    }

    /// The same in the right factor.
    func right(from tile: Int = 0, _ block: Int) -> Column {
      column(from: tile, block, group: Int(winograd_right_group(channels)))
    }

    /// The same in sums of products, which lie row by row.
    func sum(_ block: Int) -> Column { column(from: 0, block, group: channels) }

    /// Fills the rows behind the last tile of a factor with zeros, which add nothing to a sum over its rows.
    func clearRest(ofColumn column: (_ block: Int) -> Column) {
      guard rows > tiles else { return }
      for block in 0..<channels / 16 {
        let column = column(block)
        for row in tiles..<rows {
          for point in 0..<scheme.points {
            (column.start + row * column.row + point * step).update(repeating: 0, count: 16)
          }
        }
      }
    }

    /// - Parameter group: how many channels at most lie together.
    private func column(from tile: Int, _ block: Int, group: Int) -> Column {
      let first = 16 * block / group * group
      let width = min(group, channels - first)
      return Column(
        start: start + first * rows + tile * width + 16 * block - first, row: width, step: step)
    }

    /// Each point's matrix times that of the filters, in the sums' place.
    func times(_ filters: Filters, into sums: Points) {
      withExtendedLifetime(filters) {
        for point in 0..<scheme.points {
          winograd_product(
            start + point * step, filters.start + point * filters.step,
            sums.start + point * sums.step, rows, channels, filters.columns)
        }
      }
    }
  }
}
