/// The grid of a net: its rows and columns cut into slots, what stands in them, and which frame is where.
///
/// It is thought from top to bottom: `along` the flow are rows, `across` it columns. A figure from left to
/// right is the same turned by a quarter.
struct Grid {
  let net: GridNet
  let cells: GridCells
  let across, along: Slots
  let isUpright: Bool
  let frames: [FrameSlots]
  /// For each pair of slots, the innermost frame there, or -1; and the item, or -1.
  private(set) var frame: [Int32]
  private(set) var item: [Int32]
  /// For each slot across the flow, the panel it is part of.
  let panels: [Int]
  /// Where a title stands, so that no line runs there.
  private(set) var isTitle: [Bool]

  struct FrameSlots {
    let across, along: ClosedRange<Int>
    let depth: Int
  }

  init(_ net: GridNet, isUpright: Bool) {
    let cells = GridCells(net)
    let depths = net.frames.indices.map(net.depth)
    (self.net, self.cells, self.isUpright) = (net, cells, isUpright)
    let isTitled = net.frames.map { $0.titleWidth > 0 }
    let notes = net.items.indices.filter { net.items[$0].noteWidth > 0 }.map { cells.row[$0] + 1 }
    along = Slots(
      count: cells.rowCount,
      frames: net.frames.indices.map {
        (cells.frames[$0].rows, depths[$0], isUpright && isTitled[$0])
      },
      titlesComeLast: false, notes: Set(notes))
    across = Slots(
      count: cells.columnCount,
      frames: net.frames.indices.map {
        (cells.frames[$0].columns, depths[$0], !isUpright && isTitled[$0])
      }, titlesComeLast: true, notes: [])
    let (across, along) = (across, along)
    frames = net.frames.indices.map { frame in
      FrameSlots(
        across: across.slots(
          of: cells.frames[frame].columns, depth: depths[frame],
          isTitled: !isUpright && isTitled[frame]),
        along: along.slots(
          of: cells.frames[frame].rows, depth: depths[frame],
          isTitled: isUpright && isTitled[frame]),
        depth: depths[frame])
    }
    panels = across.kinds.indices.map { slot in
      let gap = across.gaps[slot]
      let isBehind =
        switch across.kinds[slot] {
        case .closing, .after: true
        default: false
        }
      return cells.panels[min(max(0, isBehind ? gap - 1 : gap), cells.columnCount - 1)]
    }
    let size = across.count * along.count
    frame = [Int32](repeating: -1, count: size)
    item = frame
    isTitle = [Bool](repeating: false, count: size)
    for number in net.frames.indices.sorted(by: { depths[$0] < depths[$1] }) {
      let here = frames[number]
      for y in here.along {
        for x in here.across { frame[y * across.count + x] = Int32(number) }
      }
    }
    for number in net.items.indices {
      item[place(across.cells[cells.column[number]], along.cells[cells.row[number]])] = Int32(
        number)
    }
    for number in net.frames.indices where isTitled[number] { markTitle(number) }
  }

  func place(_ x: Int, _ y: Int) -> Int { y * across.count + x }
  func x(_ item: Int) -> Int { across.cells[cells.column[item]] }
  func y(_ item: Int) -> Int { along.cells[cells.row[item]] }

  /// Where the line to the longest path enters a frame its title ends.
  private mutating func markTitle(_ number: Int) {
    let (here, covered) = (frames[number], cells.frames[number])
    if isUpright, let y = along.title(covered.rows.lowerBound, here.depth) {
      for x in here.across.lowerBound..<across.cells[covered.main] { isTitle[place(x, y)] = true }
    } else if let x = across.title(covered.columns.upperBound + 1, here.depth) {
      for y in here.along { isTitle[place(x, y)] = true }
    }
  }
}
