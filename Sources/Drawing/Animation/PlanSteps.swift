/// In which step of a forward pass each piece of a plan is reached: a box when all that leads to it is.
struct PlanSteps {
  /// For each box, line and text of the plan its step, from 0; `nil` for what is always there, such as titles.
  let boxes, lines, texts: [Int?]
  /// How many steps there are.
  let count: Int

  init(_ plan: Plan) {
    let ends = plan.lines.map { line in line.ends ?? plan.ends(of: line) }
    let steps = Self.longestPaths(ends.compactMap(\.self) + plan.touching)
    let reached = plan.boxes.map { steps[$0.id] }
    // What lies in a box, such as the sign of a sum, comes with it; a dot comes with the line that leaves it.
    func step(at point: Plan.Point) -> Int? {
      if let box = plan.boxes.indices.first(where: {
        reached[$0] != nil && plan.boxes[$0].place.contains(point)
      }) {
        return reached[box]
      }
      let leaving = plan.lines.indices.first { plan.lines[$0].points[0].isAt(point) }
      return leaving.flatMap { ends[$0] }.flatMap { steps[$0.from] }
    }
    boxes = plan.boxes.enumerated().map { reached[$0] ?? step(at: $1.place.center) }
    lines = ends.map { $0.flatMap { $0.from == $0.to ? nil : steps[$0.to] } }
    texts = plan.texts.map { text in
      let middle = (text.span.lowerBound + text.span.upperBound) / 2
      return step(at: .init(middle, text.at.y - 0.34 * text.size))
    }
    count = (steps.values.max() ?? -1) + 1
  }

  /// For each box that a line leads from or to, the number of lines on the longest path to it.
  private static func longestPaths(_ ends: [(from: String, to: String)]) -> [String: Int] {
    // A line from a box to itself, as in a legend, is no step.
    let ends = ends.filter { $0.from != $0.to }
    var steps: [String: Int] = [:]
    for end in ends { (steps[end.from], steps[end.to]) = (0, 0) }
    // Each round makes at least one more step final; a cycle would go on forever.
    for _ in 0..<steps.count {
      var isFinal = true
      for end in ends where steps[end.to]! <= steps[end.from]! {
        steps[end.to] = steps[end.from]! + 1
        isFinal = false
      }
      if isFinal { break }
    }
    return steps
  }
}

extension Plan {
  /// The boxes at which a line begins and ends, or at which a line does that it leaves or meets.
  fileprivate func ends(of line: Line) -> (from: String, to: String)? {
    guard line.head != nil, let first = line.points.first, let last = line.points.last else {
      return nil
    }
    let from =
      box(at: first)
      ?? lines.lazy.filter { $0.passes(first) }.compactMap {
        self.box(at: $0.points[0])
      }.first
    let to =
      box(at: last)
      ?? lines.lazy.filter { $0.passes(last) }.compactMap {
        self.box(at: $0.points[$0.points.count - 1])
      }.first
    return from.flatMap { from in to.map { (from, $0) } }
  }

  /// Boxes directly behind one another, which no line joins: a norm behind its convolution.
  fileprivate var touching: [(from: String, to: String)] {
    let boxes = boxes.filter { min($0.place.width, $0.place.height) > 8 }
    return boxes.flatMap { a in
      boxes.compactMap { b -> (from: String, to: String)? in
        let (p, q) = (a.place, b.place)
        let isRight = abs(p.center.y - q.center.y) < 1 && (0...5).contains(q.left - p.right)
        let isBelow = abs(p.center.x - q.center.x) < 1 && (0...5).contains(q.top - p.bottom)
        return isRight || isBelow ? (a.id, b.id) : nil
      }
    }
  }

  /// The smallest box there, other than dots and parts of signs.
  private func box(at point: Point) -> String? {
    boxes.filter {
      min($0.place.width, $0.place.height) > 8 && $0.place.grown(by: 4).contains(point)
    }
    .min { $0.place.width * $0.place.height < $1.place.width * $1.place.height }?.id
  }
}

extension Plan.Line {
  fileprivate func passes(_ point: Plan.Point) -> Bool {
    zip(points, points.dropFirst()).contains { a, b in
      (min(a.x, b.x) - 1...max(a.x, b.x) + 1).contains(point.x)
        && (min(a.y, b.y) - 1...max(a.y, b.y) + 1).contains(point.y)
    }
  }
}

extension Plan.Rectangle {
  fileprivate func grown(by length: Double) -> Self {
    Self(
      left: left - length, top: top - length, width: width + 2 * length, height: height + 2 * length
    )
  }

  fileprivate func contains(_ point: Plan.Point) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }
}

extension Plan.Point {
  fileprivate func isAt(_ other: Self) -> Bool { abs(x - other.x) < 1 && abs(y - other.y) < 1 }
}
