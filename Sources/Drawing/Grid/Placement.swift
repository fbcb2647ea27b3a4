import Plots

/// Where everything of a net is on the page: items, frames, lines, and the dots where lines leave others.
struct Placement {
  let items: [Plan.Rectangle]
  let frames: [Plan.Rectangle]
  var lines: [Plan.Line] = []
  private(set) var dots: [(at: Plan.Point, color: Color)] = []
  var words: [(text: String, at: Plan.Point)] = []
  private(set) var wanted: [Word] = []
  /// The frames through which lines of others lead, because they have no other way.
  let crossed: Set<Int>
  let width, height: Double
  let isUpright: Bool
  private let corner: Plan.Point
  private let across: Double

  /// - Parameter corner: the upper left corner of the whole.
  init(_ net: GridNet, _ measures: GridMeasures, isUpright: Bool, at corner: Plan.Point) {
    let grid = Grid(net, isUpright: isUpright)
    var router = Router(grid)
    let routes = router.routes()
    crossed = router.crossed
    let places = GridPlaces(grid, routes, measures)
    let across = places.width
    (self.isUpright, self.corner, self.across) = (isUpright, corner, across)
    (width, height) = isUpright ? (across, places.height) : (places.height, across)
    func page(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Plan.Rectangle {
      let (x, y) = isUpright ? (x, y) : (y, across - x.upperBound...across - x.lowerBound)
      return Plan.Rectangle(
        left: corner.x + x.lowerBound, top: corner.y + y.lowerBound,
        width: x.upperBound - x.lowerBound, height: y.upperBound - y.lowerBound)
    }
    items = net.items.indices.map { item in
      let (x, y) = (middle(places.x[grid.x(item)]), middle(places.y[grid.y(item)]))
      let (a, b) = (places.size(item).across / 2, places.size(item).along / 2)
      return page(x - a...x + a, y - b...y + b)
    }
    frames = grid.frames.map { frame in
      page(ends(places.x, frame.across), ends(places.y, frame.along))
    }
    draw(routes, places, measures)
  }

  private mutating func draw(_ routes: [GridRoute], _ places: GridPlaces, _ measures: GridMeasures)
  {
    let net = places.grid.net
    for (_, here) in Dictionary(grouping: routes, by: { net.links[$0.link].from }).sorted(by: {
      $0.key < $1.key
    }) {
      // The straight line onward first, then the longest.
      let order = here.sorted { a, b in
        func rank(_ route: GridRoute) -> (Int, Int, Int) {
          (route.corners.isEmpty ? 0 : 1, -route.end.y, route.link)
        }
        return rank(a) < rank(b)
      }
      var drawn: [[Plan.Point]] = []
      for route in order {
        let points = self.points(route, places)
        draw(route, points, after: drawn, net, measures)
        drawn.append(points)
      }
    }
    placeWords(measures.sizes)
  }

  /// The points of a line across and along the flow, from the border of one item to that of another.
  private func points(_ route: GridRoute, _ places: GridPlaces) -> [Plan.Point] {
    let link = places.grid.net.links[route.link]
    let corners = route.corners.map { places.point($0, of: route) }
    let (x, y) = (middle(places.x[route.start.x]), middle(places.y[route.start.y]))
    let (endX, endY) = (middle(places.x[route.end.x]), middle(places.y[route.end.y]))
    let (first, last) = (places.size(link.from), places.size(link.to))
    let end =
      route.side == 0
      ? Plan.Point(endX, endY - last.along / 2)
      : Plan.Point(endX + Double(route.side) * last.across / 2, endY)
    var points = [Plan.Point(x, y + first.along / 2)]
    // Corners are pairs of a turn across the flow and one along it; both are on one line.
    for (i, corner) in (corners + [end]).enumerated() {
      let before = points[points.count - 1]
      points.append(i % 2 == 0 ? Plan.Point(before.x, corner.y) : Plan.Point(corner.x, before.y))
    }
    return points
  }

  private mutating func draw(
    _ route: GridRoute, _ points: [Plan.Point], after drawn: [[Plan.Point]], _ net: GridNet,
    _ measures: GridMeasures
  ) {
    let (link, sizes) = (net.links[route.link], measures.sizes)
    let color = link.isShortcut ? Color.shortcut : .ink
    let rest = Departure(points, from: drawn)
    // Directly behind each other, there is no room for a line.
    if rest.points.count == 2, abs(rest.points[1].y - rest.points[0].y) < 5, route.side == 0,
      rest.points[0].x == rest.points[1].x
    {
      return
    }
    let isMute = net.items[link.to].isPoint && !link.isShortcut && route.side == 0
    let line = Plan.Line(
      points: rest.points.map(page), ends: (net.items[link.from].id, net.items[link.to].id),
      color: color, width: link.isShortcut ? sizes.shortcut : sizes.path, isDashed: link.isDashed,
      head: isMute ? nil : link.isShortcut ? sizes.shortcutHead : sizes.head, radius: sizes.corner)
    if rest.hasDot {
      let isOnShortcut = link.isShortcut && rest.points[0].x != points[0].x
      dots.append((page(rest.points[0]), isOnShortcut ? .shortcut : .ink))
    }
    if let word = link.word, let cut = middleOfLongest(rest.points) {
      let half = isUpright ? sizes.note - 1 : Font(sizes.note).width(of: word) / 2 + 4
      wanted.append(
        Word(text: word, line: lines.count, piece: cut.number, at: page(cut.point), half: half))
    }
    lines.append(line)
  }

  /// The middle of the longest piece along the flow, and the number of the point where that piece begins.
  private func middleOfLongest(_ points: [Plan.Point]) -> (point: Plan.Point, number: Int)? {
    let pieces = zip(points, points.dropFirst()).enumerated().filter { $1.0.x == $1.1.x }
    guard let longest = pieces.max(by: { $0.1.1.y - $0.1.0.y < $1.1.1.y - $1.1.0.y }),
      longest.1.1.y - longest.1.0.y > 48
    else { return nil }
    let (a, b) = longest.1
    return (Plan.Point(a.x, (a.y + b.y) / 2), longest.0)
  }

  func page(_ point: Plan.Point) -> Plan.Point {
    isUpright
      ? Plan.Point(corner.x + point.x, corner.y + point.y)
      : Plan.Point(corner.x + point.y, corner.y + across - point.x)
  }
}

private func ends(_ slots: [(start: Double, length: Double)], _ range: ClosedRange<Int>)
  -> ClosedRange<Double>
{
  slots[range.lowerBound].start...slots[range.upperBound].start + slots[range.upperBound].length
}
