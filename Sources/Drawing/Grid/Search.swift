/// The search for the way of one line, slot by slot along the flow.
struct Search {
  private let grid: Grid
  private let occupancy: Occupancy
  private let isAllowed: [Bool]
  private let isAside: [Bool]
  private let link: (from: Int32, to: Int32)
  private let rows: ClosedRange<Int>
  private let rules: Rules
  private let panel: Int
  /// For each slot along the flow the least cost to arrive in each slot across it, and to leave it onward.
  private var arriving, leaving: [[Double]]
  /// Where a line that leaves it there came from.
  private var origin: [[Int]]

  /// What a line must not do; the last resort is a line that is drawn at all.
  enum Rules: CaseIterable { case all, mayShare, mayCrossFrames }

  private static let (turn, aside, crossing) = (30.0, -110.0, 25.0)

  init(
    _ grid: Grid, _ occupancy: Occupancy, _ isAllowed: [Bool], _ isAside: [Bool],
    _ link: GridNet.Link, rows: ClosedRange<Int>, _ rules: Rules
  ) {
    (self.rules, panel) = (rules, grid.net.items[link.to].panel)
    (self.grid, self.occupancy, self.isAllowed) = (grid, occupancy, isAllowed)
    (self.isAside, self.rows) = (isAside, rows)
    self.link = (Int32(link.from), Int32(link.to))
    let none = [Double](repeating: .infinity, count: grid.across.count)
    arriving = Array(repeating: none, count: rows.count)
    leaving = arriving
    origin = Array(repeating: Array(none.indices), count: rows.count)
  }

  /// The slots where the line turns, and the side from which it enters its last item.
  mutating func run(
    from: (x: Int, y: Int), to: (x: Int, y: Int), fromAbove: Bool
  ) -> (corners: [(x: Int, y: Int)], side: Int)? {
    leaving[0][from.x] = 0
    for y in rows.dropFirst().dropLast() {
      arrive(y)
      leave(y)
    }
    if fromAbove {
      guard leaving[rows.count - 2][to.x].isFinite else { return nil }
      return (corners(to.x, to.y - 1), 0)
    }
    arrive(to.y)
    guard let x = entry(to) else { return nil }
    return (corners(x, to.y - 1) + [(x, to.y)], x < to.x ? -1 : 1)
  }

  private mutating func arrive(_ y: Int) {
    let number = y - rows.lowerBound
    for x in 0..<grid.across.count where leaving[number - 1][x].isFinite && isFree(x, y) {
      let use = occupancy.along[grid.place(x, y)]
      guard admits(use) || grid.across.kinds[x].hasTracks else { continue }
      let across = occupancy.across[grid.place(x, y)]
      let isCrossing = across.isUsed && !across.admits(link.from, link.to)
      let isShared = use.isUsed && use.from == link.from
      arriving[number][x] =
        leaving[number - 1][x] + (isCrossing ? Self.crossing : 0) + (isShared ? 0 : 0.5)
    }
  }

  private mutating func leave(_ y: Int) {
    let number = y - rows.lowerBound
    leaving[number] = arriving[number]
    guard grid.along.kinds[y].hasTracks else { return }
    // As soon as possible: right behind an item, not right before the next.
    let turn = Self.turn + (grid.along.kinds[y] == .before ? 1 : 0)
    for step in [1, -1] {
      var (cost, start) = (Double.infinity, 0)
      let slots = Array(0..<grid.across.count)
      for x in step == 1 ? slots : slots.reversed() {
        if !isFree(x, y) { cost = .infinity }
        cost += self.cost(x, y, step)
        let onward = cost + Self.turn + (preference(start) < 0 ? 0 : preference(x))
        if onward < leaving[number][x],
          grid.across.kinds[x].hasTracks
            || admits(occupancy.along[grid.place(x, y)])
        {
          (leaving[number][x], origin[number][x]) = (onward, start)
        }
        let turned = arriving[number][x] + turn
        if turned < cost { (cost, start) = (turned, x) }
      }
    }
  }

  /// The slot where the line turns toward its last item, in that item's row.
  private func entry(_ to: (x: Int, y: Int)) -> Int? {
    let last = rows.count - 1
    var best: (cost: Double, x: Int)?
    for step in [1, -1] {
      var (x, cost) = (to.x + step, 0.0)
      while x >= 0, x < grid.across.count, isFree(x, to.y),
        admits(occupancy.across[grid.place(x, to.y)])
      {
        cost += self.cost(x, to.y, -step)
        let whole = arriving[last][x] + cost + Self.turn
        if whole < best?.cost ?? .infinity { best = (whole, x) }
        x += step
      }
    }
    return best?.x
  }

  /// The corners of the line that leaves this slot onward, from its beginning.
  private func corners(_ x: Int, _ y: Int) -> [(x: Int, y: Int)] {
    var (x, corners) = (x, [(x: Int, y: Int)]())
    for number in (1...max(1, y - rows.lowerBound)).reversed() where y > rows.lowerBound {
      let from = origin[number][x]
      if from != x {
        corners += [(x, rows.lowerBound + number), (from, rows.lowerBound + number)]
        x = from
      }
    }
    return corners.reversed()
  }

  private func admits(_ use: Occupancy.Use) -> Bool {
    rules != .all || use.admits(link.from, link.to)
  }

  private func isFree(_ x: Int, _ y: Int) -> Bool {
    let place = grid.place(x, y)
    let frame = grid.frame[place]
    guard grid.panels[x] == panel, grid.item[place] < 0 else { return false }
    return rules == .mayCrossFrames
      || !grid.isTitle[place] && (frame < 0 || isAllowed[Int(frame)])
  }

  /// Of running across one slot; to the left, by a trifle more than to the right.
  private func cost(_ x: Int, _ y: Int, _ step: Int) -> Double {
    let along = occupancy.along[grid.place(x, y)]
    let across = occupancy.across[grid.place(x, y)]
    let isShared = across.isUsed && across.from == link.from
    let length = (grid.across.kinds[x].hasTracks ? 4.0 : 40) * (isShared ? 0.5 : 1)
    return (step == 1 ? length : 1.05 * length)
      + (along.isUsed && !along.admits(link.from, link.to) ? Self.crossing : 0)
  }

  /// Shortcuts run in columns of what stands on them.
  private func preference(_ x: Int) -> Double {
    if case .cell(let column) = grid.across.kinds[x], isAside[column] { return Self.aside }
    return 0
  }
}
