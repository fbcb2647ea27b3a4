/// The row and the column of each item, and the rows and columns that each frame covers.
///
/// The members of a frame, items and smaller frames, are arranged among each other first, then the frame
/// among its neighbors as one piece. In each frame the longest path is one column; what is computed beside
/// it stands in columns to its sides, a path of its own in one column.
struct GridCells {
  private(set) var row, column: [Int]
  private(set) var frames: [FrameCells]
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  /// For each column, the panel it is part of.
  private(set) var panels: [Int] = []

  struct FrameCells {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
    /// The column of the longest path in it.
    var main: Int
  }

  init(_ net: GridNet) {
    row = net.items.map { _ in 0 }
    column = row
    frames = net.frames.map { _ in FrameCells(rows: 0...0, columns: 0...0, main: 0) }
    let around = net.items.indices.map { net.frames(around: $0) }
    for panel in Set(net.items.map(\.panel)).sorted() {
      let whole = Arrangement(net, around, frame: nil, panel: panel)
      place(whole, at: (0, columnCount + whole.left))
      rowCount = max(rowCount, whole.height)
      columnCount += whole.left + 1 + whole.right
      panels += Array(repeating: panel, count: whole.left + 1 + whole.right)
    }
  }

  private mutating func place(_ arrangement: Arrangement, at corner: (row: Int, column: Int)) {
    for member in arrangement.members {
      let (top, middle) = (corner.row + member.start, corner.column + member.offset)
      switch member.part {
      case .item(let item): (row[item], column[item]) = (top, middle)
      case .frame(let frame, let inside):
        frames[frame] = FrameCells(
          rows: top...top + member.height - 1,
          columns: middle - member.left...middle + member.right, main: middle)
        place(inside, at: (top, middle))
      }
    }
  }
}
