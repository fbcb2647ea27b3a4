/// In which step of a forward pass each piece of a plan is reached: a box when all that leads to it is.
struct PlanSteps {
  /// For each box, line and text of the plan its step, from 0; `nil` for what is always there, such as titles.
  let boxes, lines, texts: [Int?]
  /// How many steps there are.
  let count: Int

  init(_ plan: Plan) {
    let steps = Self.longestPaths(plan)
    let reached = plan.boxes.map { steps[$0.id] }
    // What lies in a box, such as the sign of a sum, comes with it; a dot comes with the line that leaves it.
    func step(at point: Plan.Point) -> Int? {
      if let box = plan.boxes.indices.first(where: {
        reached[$0] != nil && plan.boxes[$0].place.contains(point)
      }) {
        return reached[box]
      }
      let leaving = plan.lines.first { $0.ends != nil && $0.points[0].isAt(point) }
      return leaving.flatMap { steps[$0.ends!.from] }
    }
    boxes = plan.boxes.enumerated().map { reached[$0] ?? step(at: $1.place.center) }
    lines = plan.lines.map { line in
      line.ends.flatMap { $0.from == $0.to ? nil : steps[$0.to] }
    }
    texts = plan.texts.map { text in
      let middle = (text.span.lowerBound + text.span.upperBound) / 2
      return step(at: .init(middle, text.at.y - 0.34 * text.size))
    }
    count = (steps.values.max() ?? -1) + 1
  }

  /// For each box that a line leads from or to, the number of lines on the longest path to it.
  private static func longestPaths(_ plan: Plan) -> [String: Int] {
    // A line from a box to itself, as in a legend, is no step.
    let ends = plan.lines.compactMap(\.ends).filter { $0.from != $0.to }
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

extension Plan.Rectangle {
  fileprivate func contains(_ point: Plan.Point) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }
}

extension Plan.Point {
  fileprivate func isAt(_ other: Self) -> Bool { abs(x - other.x) < 1 && abs(y - other.y) < 1 }
}
