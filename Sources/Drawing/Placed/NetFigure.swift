import Plots

/// A net on a grid, with what is drawn for each of its items.
struct NetFigure {
  var net = GridNet()
  var faces: [Face] = []
  /// The text beside the line that leaves an item.
  var notes: [String?] = []
  var frameTitles: [(name: String, under: String, tooltip: String)] = []

  mutating func add(_ face: Face, _ item: GridNet.Item, note: String? = nil, _ sizes: Sizes) {
    var item = item
    if let note { item.noteWidth = Font(sizes.note).width(of: note) }
    faces.append(face)
    notes.append(note)
    net.items.append(item)
  }

  /// Links between the cells of a chart, whose items begin at `first`; shortcuts are those that the chart
  /// routes, and lines around what others compute from the same item.
  mutating func addLinks(
    _ chart: Flowchart, first: Int = 0, isDashed: (SkipConnection) -> Bool = { !$0.isIdentity },
    identity: String? = nil
  ) {
    var shortcuts: [[Int]: SkipConnection] = [:]
    for skip in chart.routed {
      let stops = [skip.fork] + skip.shortcut + [skip.addition]
      for pair in zip(stops, stops.dropFirst()) { shortcuts[[pair.0, pair.1]] = skip }
    }
    let uses = chart.cells.flatMap(\.inputs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let main = chart.mainPathEdges
    for cell in chart.cells.indices {
      var seen: Set<Int> = []
      for input in chart.cells[cell].inputs {
        var link = GridNet.Link(from: first + input, to: first + cell)
        if let skip = shortcuts[[input, cell]] {
          (link.isShortcut, link.isDashed) = (true, isDashed(skip))
          if skip.isIdentity { link.word = identity }
        } else if chart.cells[cell].inputs.count > 1, uses[input]! > 1,
          !main.contains([input, cell]) || seen.contains(input)
        {
          link.isShortcut = true
        }
        seen.insert(input)
        net.links.append(link)
      }
    }
  }

  mutating func removeFrames(_ gone: Set<Int>) {
    net.remove(gone)
    frameTitles = frameTitles.indices.filter { !gone.contains($0) }.map { frameTitles[$0] }
  }

  /// Draws everything that was placed.
  func draw(_ placement: Placement, _ sizes: Sizes, isUpright: Bool, to plan: inout Plan) {
    for (number, title) in frameTitles.enumerated() {
      let place = placement.frames[number]
      let depth = net.depth(of: number)
      plan.add(
        Plan.Band(
          place: place, color: depth % 2 == 1 ? .band : .paper, line: .rule,
          tooltip: title.tooltip))
      let base = place.top + 6 + 0.75 * sizes.label
      plan.add(
        Plan.Text(
          text: title.name, at: .init(place.left + 9, base), size: sizes.label, isBold: true,
          tooltip: title.tooltip))
      let x = place.left + 15 + Font(sizes.label, bold: true).width(of: title.name)
      if !title.under.isEmpty {
        plan.add(.init(text: title.under, at: .init(x, base), size: sizes.note, color: .muted))
      }
    }
    for (number, face) in faces.enumerated() {
      plan.add(face, net.items[number].id, in: placement.items[number])
      guard let note = notes[number] else { continue }
      let place = placement.items[number]
      let at =
        isUpright
        ? Plan.Point(place.center.x + 8, place.bottom + 4 + sizes.note)
        : Plan.Point(place.right + 5, place.center.y - 5)
      plan.add(.init(text: note, at: at, size: sizes.note, color: .muted))
    }
    for line in placement.lines { plan.add(line) }
    for (number, dot) in placement.dots.enumerated() {
      plan.addDot(
        "dot\(plan.boxes.count).\(number)", at: dot.at, radius: sizes.dot + 0.2, color: dot.color)
    }
    for word in placement.words {
      plan.add(
        .init(text: word.text, at: word.at, size: sizes.note, color: .shortcut, anchor: .middle))
    }
  }

  /// The size that a title of a frame takes.
  static func titleSize(_ title: (name: String, under: String), _ sizes: Sizes) -> (
    width: Double, height: Double
  ) {
    let under = title.under.isEmpty ? 0 : 6 + Font(sizes.note).width(of: title.under)
    return (
      9 + Font(sizes.label, bold: true).width(of: title.name) + under, sizes.label + 12
    )
  }
}
