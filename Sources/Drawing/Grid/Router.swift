/// Finds the way of each line: always onward along the flow, with few turns, few crossings, and close to the
/// items.
///
/// A line runs between rows and between columns, through empty cells, and into a frame only if it begins or
/// ends in it. Two lines share a place only if they have their first or their last item in common.
struct Router {
  private let grid: Grid
  private var occupancy: Occupancy
  private let isAside: [Bool]  // for each column
  /// The frames through which lines lead that have no end in them, because there is no other way.
  private(set) var crossed: Set<Int> = []

  init(_ grid: Grid) {
    self.grid = grid
    occupancy = Occupancy(grid)
    var isAside = [Bool](repeating: true, count: grid.cells.columnCount)
    for (item, column) in zip(grid.net.items, grid.cells.column) where !item.isAside {
      isAside[column] = false
    }
    self.isAside = isAside
  }

  /// The way of each link, in their order.
  mutating func routes() -> [GridRoute] {
    let links = grid.net.links
    let first = firstInputs()
    func rank(_ link: Int) -> (Int, Int, Int) {
      let (from, to) = (links[link].from, links[link].to)
      let isStraight = grid.x(from) == grid.x(to) && first[to] == link
      return (isStraight ? 0 : 1, grid.cells.row[to] - grid.cells.row[from], link)
    }
    var routes = [GridRoute?](repeating: nil, count: links.count)
    for link in links.indices.sorted(by: { rank($0) < rank($1) }) {
      let fromAbove = first[links[link].to] == link
      let ways = Search.Rules.allCases.lazy.compactMap { [self] rules in
        route(link, fromAbove, rules) ?? route(link, !fromAbove, rules)
      }
      guard let route = ways.first else { continue }
      occupancy.add(route, links[link], grid)
      crossed.formUnion(foreignFrames(on: route))
      routes[link] = route
    }
    return routes.compactMap(\.self)
  }

  /// For each item the link that enters it from above, the others come from its sides.
  private func firstInputs() -> [Int?] {
    var first = [Int?](repeating: nil, count: grid.net.items.count)
    func isBetter(_ a: GridNet.Link, than b: GridNet.Link) -> Bool {
      func rank(_ link: GridNet.Link) -> (Int, Int) {
        (grid.x(link.from) == grid.x(link.to) ? 1 : 0, grid.cells.row[link.from])
      }
      return rank(a) > rank(b)
    }
    for (number, link) in grid.net.links.enumerated() {
      if let known = first[link.to], !isBetter(link, than: grid.net.links[known]) { continue }
      first[link.to] = number
    }
    return first
  }

  private func route(_ number: Int, _ fromAbove: Bool, _ rules: Search.Rules) -> GridRoute? {
    let link = grid.net.links[number]
    let around = grid.net.frames(around: link.from) + grid.net.frames(around: link.to)
    var isAllowed = [Bool](repeating: false, count: grid.frames.count)
    for frame in around { isAllowed[frame] = true }
    let from = (x: grid.x(link.from), y: grid.y(link.from))
    let to = (x: grid.x(link.to), y: grid.y(link.to))
    guard from.y < to.y else { return nil }
    var search = Search(grid, occupancy, isAllowed, isAside, link, rows: from.y...to.y, rules)
    return search.run(from: from, to: to, fromAbove: fromAbove).map { corners, side in
      GridRoute(link: number, corners: corners, start: from, end: to, side: side)
    }
  }

  private func foreignFrames(on route: GridRoute) -> Set<Int> {
    let link = grid.net.links[route.link]
    let own = Set(grid.net.frames(around: link.from) + grid.net.frames(around: link.to))
    var found: Set<Int> = []
    var (x, y) = route.start
    for corner in route.corners + [route.end] {
      for place in [x, corner.x].min()!...[x, corner.x].max()! {
        for row in y...max(y, corner.y) where grid.frame[grid.place(place, row)] >= 0 {
          found.insert(Int(grid.frame[grid.place(place, row)]))
        }
      }
      (x, y) = corner
    }
    return found.subtracting(own)
  }
}
