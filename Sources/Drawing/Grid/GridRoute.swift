/// The way of a line over the grid: along the flow, across it, along it again and so on.
struct GridRoute {
  let link: Int
  /// The slots where it turns, from its first item on, without those of the items it begins and ends at.
  var corners: [(x: Int, y: Int)]
  /// The slots of the two items.
  let start, end: (x: Int, y: Int)
  /// From which side it reaches its last item: -1 from the left, 1 from the right, 0 from above.
  let side: Int
}

/// Which lines run along the flow in each pair of slots, and which across it.
struct Occupancy {
  /// The lines in one place: all from one item, or all to one item.
  struct Use: Equatable {
    var from = free
    var to = free
    var isUsed = false

    static let free: Int32 = -2
    static let several: Int32 = -1

    func admits(_ from: Int32, _ to: Int32) -> Bool {
      self.from == from || self.to == to || (self.from == Use.free && self.to == Use.free)
    }

    mutating func add(_ from: Int32, _ to: Int32) {
      self.from = self.from == Use.free || self.from == from ? from : Use.several
      self.to = self.to == Use.free || self.to == to ? to : Use.several
      isUsed = true
    }
  }

  private(set) var along, across: [Use]

  /// At first, the places below each item are kept for lines from it, those above it for lines to it, and,
  /// if it has several inputs, those beside it, too.
  init(_ grid: Grid) {
    along = [Use](repeating: Use(), count: grid.across.count * grid.along.count)
    across = along
    var (uses, inputs) = (grid.net.items.map { _ in 0 }, grid.net.items.map { _ in 0 })
    for link in grid.net.links {
      uses[link.from] += 1
      inputs[link.to] += 1
    }
    for item in grid.net.items.indices {
      let (x, y) = (grid.x(item), grid.y(item))
      if uses[item] > 0 {
        for below in y + 1...grid.along.after(grid.cells.row[item]) {
          along[grid.place(x, below)].from = Int32(item)
        }
      }
      if inputs[item] > 0 {
        for above in grid.along.before(grid.cells.row[item])..<y {
          along[grid.place(x, above)].to = Int32(item)
        }
      }
      if inputs[item] > 1 {
        let column = grid.cells.column[item]
        for beside in grid.across.before(column)...grid.across.after(column) where beside != x {
          across[grid.place(beside, y)].to = Int32(item)
        }
      }
    }
  }

  mutating func add(_ route: GridRoute, _ link: GridNet.Link, _ grid: Grid) {
    let (from, to) = (Int32(link.from), Int32(link.to))
    var (x, y) = route.start
    for (number, corner) in (route.corners + [route.end]).enumerated() {
      if number % 2 == 0 {
        for at in y...max(y, corner.y) { along[grid.place(x, at)].add(from, to) }
      } else {
        for at in min(x, corner.x)...max(x, corner.x) { across[grid.place(at, y)].add(from, to) }
      }
      (x, y) = corner
    }
  }
}
