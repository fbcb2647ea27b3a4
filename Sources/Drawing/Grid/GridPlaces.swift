/// Where the slots of a grid are, in points from its corner.
struct GridPlaces {
  let grid: Grid
  let measures: GridMeasures
  let along, across: Tracks
  /// The beginning and the length of each slot across the flow and along it.
  private(set) var x, y: [(start: Double, length: Double)]

  init(_ grid: Grid, _ routes: [GridRoute], _ measures: GridMeasures) {
    (self.grid, self.measures) = (grid, measures)
    let pieces = routes.map { $0.pieces(grid) }
    along = Tracks(pieces.flatMap(\.along), slots: grid.across.count, nests: true)
    across = Tracks(pieces.flatMap(\.across), slots: grid.along.count, nests: false)
    (x, y) = ([], [])
    var (widths, heights) = (columns(), rows(routes))
    if grid.isUpright { makeRoomForTitles(&widths) } else { makeRoomForTitles(&heights) }
    x = placed(widths)
    y = placed(heights)
  }

  var width: Double { x.last.map { $0.start + $0.length } ?? 0 }
  var height: Double { y.last.map { $0.start + $0.length } ?? 0 }

  /// The size of an item across the flow and along it.
  func size(_ item: Int) -> (across: Double, along: Double) {
    let item = grid.net.items[item]
    return grid.isUpright ? (item.width, item.height) : (item.height, item.width)
  }

  /// The point in the slots of a line: on its track, or in the middle of a column or row.
  func point(_ corner: (x: Int, y: Int), of route: GridRoute) -> Plan.Point {
    let from = grid.net.links[route.link].from
    return Plan.Point(
      grid.across.kinds[corner.x].hasTracks
        ? x[corner.x].start + lead(corner.x)
          + measures.track * Double(along.number(corner.x, from: from, at: corner.y))
        : middle(x[corner.x]),
      grid.along.kinds[corner.y].hasTracks
        ? y[corner.y].start + leadAlong(corner.y)
          + measures.track * Double(across.number(corner.y, from: from, at: corner.x))
        : middle(y[corner.y]))
  }

  /// From the beginning of a slot to its first track: farther from boxes than from other lines.
  private func lead(_ slot: Int) -> Double {
    switch grid.across.kinds[slot] {
    case .closing, .after: isBesideItems(slot - 1) ? measures.lane : measures.track
    default: measures.track
    }
  }

  private func trail(_ slot: Int) -> Double {
    switch grid.across.kinds[slot] {
    case .opening, .before: isBesideItems(slot + 1) ? measures.lane : measures.track
    default: measures.track
    }
  }

  private func isBesideItems(_ slot: Int) -> Bool {
    guard grid.across.kinds.indices.contains(slot) else { return false }
    if case .cell = grid.across.kinds[slot] { return true }
    return false
  }

  func leadAlong(_ slot: Int) -> Double {
    grid.along.kinds[slot] == .before ? measures.leave + 2 : measures.leave
  }

  /// The widths of the slots across the flow.
  private func columns() -> [Double] {
    let slots = grid.across
    var widths = [Double](repeating: 0, count: slots.count)
    for item in grid.net.items.indices {
      let note = grid.isUpright ? 2 * (8 + grid.net.items[item].noteWidth) : 0
      let least = max(size(item).across, grid.net.items[item].noteWidth > 0 ? note : 0)
      widths[grid.x(item)] = max(widths[grid.x(item)], least)
    }
    for slot in widths.indices where slots.kinds[slot].hasTracks {
      let count = along.count(slot)
      if count > 0 {
        widths[slot] = lead(slot) + Double(count - 1) * measures.track + trail(slot)
      } else if slots.kinds[slot] != .after, slots.kinds[slot] != .before {
        widths[slot] = measures.frame
      }
    }
    for slot in widths.indices {
      if case .title = slots.kinds[slot] {
        widths[slot] = grid.net.frames.map(\.titleHeight).max() ?? 0
      }
    }
    widenGaps(&widths)
    return widths
  }

  /// Makes the gaps between columns wide enough.
  private func widenGaps(_ widths: inout [Double]) {
    let slots = grid.across
    func isAside(_ column: Int) -> Bool {
      zip(grid.net.items, grid.cells.column).contains { $1 == column && $0.isAside }
    }
    for after in slots.kinds.indices where slots.kinds[after] == .after {
      let gap = slots.gaps[after]
      let here = slots.slots(inGap: gap)
      let hasFrames = here.count > 2
      if hasFrames {
        for slot in [after, after + 1] { widths[slot] = max(widths[slot], 6) }
      }
      var least = 0.0
      if gap > 0, gap < grid.cells.columnCount {
        let isNarrow = isAside(gap - 1) || isAside(gap)
        least = isNarrow ? measures.aside : measures.towers
        if hasFrames { least = max(least, 3 * measures.frame) }
        if grid.cells.panels[gap - 1] != grid.cells.panels[gap] { widths[after] += measures.panels }
      } else {
        least = 0
      }
      let missing = max(0, least - here.reduce(0) { $0 + widths[$1] })
      widths[after] += missing / 2
      widths[after + 1] += missing / 2
    }
  }

  /// Makes frames wide enough for their titles, which end where the longest path enters.
  private func makeRoomForTitles(_ lengths: inout [Double]) {
    for number in grid.net.frames.indices where grid.net.frames[number].titleWidth > 0 {
      let (frame, cells) = (grid.frames[number], grid.cells.frames[number])
      let title = grid.net.frames[number].titleWidth
      if grid.isUpright {
        let main = grid.across.cells[cells.main]
        let opening = frame.across.lowerBound
        let room = lengths[opening..<main].reduce(0, +) + lengths[main] / 2
        lengths[opening] += max(0, title + 18 - room)
      } else {
        let room = lengths[frame.along].reduce(0, +)
        lengths[frame.along.upperBound] += max(0, title + 18 - room)
      }
    }
  }

  private func placed(_ lengths: [Double]) -> [(start: Double, length: Double)] {
    var at = 0.0
    return lengths.map { length in
      defer { at += length }
      return (at, length)
    }
  }
}
