extension GridPlaces {
  /// The lengths of the slots along the flow.
  ///
  /// The last slot before a row also has what an arrow needs.
  func rows(_ routes: [GridRoute]) -> [Double] {
    let slots = grid.along
    var heights = [Double](repeating: 0, count: slots.count)
    for item in grid.net.items.indices {
      heights[grid.y(item)] = max(heights[grid.y(item)], size(item).along)
      if grid.net.items[item].noteWidth > 0 {
        let note = grid.isUpright ? measures.noteHeight : grid.net.items[item].noteWidth + 10
        heights[grid.y(item) + 1] = max(heights[grid.y(item) + 1], note)
      }
    }
    for slot in heights.indices {
      switch slots.kinds[slot] {
      case .title: heights[slot] = grid.net.frames.map(\.titleHeight).max() ?? 0
      case .closing: heights[slot] = tracked(slot) ?? measures.frame
      case .opening: heights[slot] = tracked(slot) ?? (isTitle(slot - 1) ? 2 : measures.frame)
      case .after, .before: heights[slot] = tracked(slot) ?? 0
      case .cell, .note: break
      }
      if case .closing = slots.kinds[slot], across.count(slot) > 0 {
        heights[slot] += measures.leave
      }
    }
    let turns = turningGaps(routes)
    for gap in 0...grid.cells.rowCount { fill(gap, turns.contains(gap), &heights) }
    return heights
  }

  private func isTitle(_ slot: Int) -> Bool {
    if case .title = grid.along.kinds[slot] { return true }
    return false
  }

  private func tracked(_ slot: Int) -> Double? {
    let count = across.count(slot)
    return count == 0 ? nil : leadAlong(slot) + Double(count - 1) * measures.track
  }

  /// Makes a gap as high as its arrows need.
  private func fill(_ gap: Int, _ hasTurn: Bool, _ heights: inout [Double]) {
    let slots = grid.along
    let here = slots.slots(inGap: gap)
    let hasFrames = here.contains {
      switch slots.kinds[$0] {
      case .closing, .opening, .title: true
      default: false
      }
    }
    let after = slots.kinds[here].firstIndex(of: .after)!
    if hasFrames, gap > 0, gap < grid.cells.rowCount {
      for slot in [after, after + 1] { heights[slot] = max(heights[slot], 6) }
    }
    guard gap > 0, gap < grid.cells.rowCount else { return }
    let whole = here.reduce(0) { $0 + heights[$1] }
    let hasTracks = here.contains { across.count($0) > 0 }
    let least =
      hasTracks || hasFrames || here.contains { slots.kinds[$0] == .note }
      ? whole + (hasTurn ? measures.turn : measures.arrive) : self.least(gap)
    heights[here.upperBound - 1] += max(0, max(least, hasFrames ? 0 : self.least(gap)) - whole)
  }

  /// The least height of a gap by what stands above and below it.
  private func least(_ gap: Int) -> Double {
    let (items, cells) = (grid.net.items, grid.cells)
    let below = items.indices.filter { cells.row[$0] == gap }
    let pairs = below.filter { item in
      items.indices.contains {
        cells.row[$0] == gap - 1 && cells.column[$0] == cells.column[item]
      }
    }
    if pairs.isEmpty {
      return below.allSatisfy { items[$0].isTight } ? measures.tight : measures.gap
    }
    if pairs.allSatisfy({ items[$0].isTight }) { return measures.tight }
    return pairs.allSatisfy { items[$0].isPoint } ? measures.point : measures.gap
  }

  /// The gaps in which a line turns onward to the row behind them.
  private func turningGaps(_ routes: [GridRoute]) -> Set<Int> {
    Set(
      routes.filter { $0.side == 0 && !$0.corners.isEmpty }
        .filter { grid.along.gaps[$0.corners.last!.y] == grid.along.gaps[$0.end.y] }
        .map { grid.along.gaps[$0.end.y] })
  }
}

func middle(_ slot: (start: Double, length: Double)) -> Double { slot.start + slot.length / 2 }
