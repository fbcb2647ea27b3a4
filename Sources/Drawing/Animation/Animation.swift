import Plots
import Sentences

extension Diagram {
  /// The figure as an animation without a script: its operations appear one after another, and then the gradient
  /// goes back through them, in violet, again and again.
  ///
  /// It is for SVG files. Where the reader prefers reduced motion, everything is there from the beginning.
  ///
  /// - Parameter language: of the two words that it adds.
  /// - Throws: `SentenceError` if the view is laid out by Graphviz, which does not say which way each line goes.
  public func animated(in language: Language = .english) throws -> Diagram {
    guard let plan else {
      throw SentenceError(
        "\(title): this view cannot be animated, because Graphviz lays it out; those can that are placed on "
          + "rows, such as compare")
    }
    let animation = Animation(plan, Words(language))
    if animation.steps.count == 0 {
      throw SentenceError("\(title): no line leads from one box to another, so nothing can move")
    }
    return animation.diagram
  }
}

/// A plan, its steps forward and back, and when each piece is seen.
private struct Animation {
  private let plan: Plan
  let steps: PlanSteps
  private let ways: [Plan.Line?]
  private let words: Words
  /// How long one round takes, in seconds.
  private let duration: Double

  init(_ plan: Plan, _ words: Words) {
    (self.plan, self.words) = (plan, words)
    steps = PlanSteps(plan)
    ways = zip(plan.lines, steps.lines).map { line, step in step.flatMap { _ in line.wayBack } }
    let step = min(0.9, max(0.2, 16 / Double(2 * max(1, steps.count))))
    duration = step * Double(2 * steps.count) + 3
  }

  var diagram: Diagram {
    var whole = Plan(
      title: plan.title, description: plan.description, theme: plan.theme, width: plan.width,
      height: plan.height + Self.foot)
    plan.bands.forEach { whole.add($0) }
    plan.boxes.forEach { whole.add($0) }
    plan.texts.forEach { whole.add($0) }
    plan.lines.forEach { whole.add($0) }
    ways.compactMap(\.self).forEach { whole.add($0) }
    for (word, color) in [(Word.forward, Color.ink), (.backward, .gradient)] {
      whole.add(
        Plan.Text(
          text: words(word), at: .init(plan.width / 2, plan.height + 16), size: 15, isBold: true,
          color: color, anchor: .middle))
    }
    var diagram = whole.diagram
    mark(&diagram)
    diagram.style = style
    return diagram
  }

  /// The room for the words at the bottom.
  private static let foot = 28.0

  /// Gives each piece the class of its step: `f3` appears, `g3` is a way back, `f3 b3` also gets its gradient.
  private func mark(_ diagram: inout Diagram) {
    let edges = steps.lines.map { $0.map { "f\($0)" } }
    let back = zip(steps.lines, ways).compactMap { step, way in
      way.map { _ in step.map { "g\($0)" } }
    }
    for (place, mark) in (edges + back).enumerated() {
      diagram.edges[place].attributes["class"] = mark.map { .text("\(scope) \($0)") }
    }
    var marks: [String: String] = [:]
    for (box, step) in zip(plan.boxes, steps.boxes) {
      guard let step else { continue }
      marks[box.id] = "f\(step) b\(step)"
      for line in 0..<box.text.split(separator: "\n", omittingEmptySubsequences: false).count {
        marks["\(box.id)text\(line)"] = "f\(step)"
      }
    }
    for (place, step) in steps.texts.enumerated() { marks["text\(place)"] = step.map { "f\($0)" } }
    marks["text\(plan.texts.count)"] = "forward"
    marks["text\(plan.texts.count + 1)"] = "backward"
    for place in diagram.nodes.indices {
      guard let mark = marks[diagram.nodes[place].id] else { continue }
      diagram.nodes[place].attributes["class"] = .text("\(scope) \(mark)")
    }
  }

  /// A class of this animation alone, so that two on one page do not share their times.
  private var scope: String {
    let number = plan.description.unicodeScalars.reduce(UInt32(steps.count)) {
      ($0 &* 31) &+ $1.value
    }
    return "a\(String(number, radix: 36))"
  }

  /// The share of a round after which a step is reached, in percent.
  private func share(_ step: Int) -> String {
    svgNumber(100 * (duration - 3) / duration * Double(step) / Double(2 * steps.count))
  }

  private var style: String {
    var rules = [
      ".\(scope){animation:\(svgNumber(duration))s infinite step-end}",
      animation(".backward", share(steps.count), "opacity:0", "opacity:1"),
      animation(".forward", share(steps.count), "opacity:1", "opacity:0"),
    ]
    for step in 0..<steps.count {
      rules.append(animation(".f\(step)", share(step), "opacity:0.15", "opacity:1"))
      let back = share(2 * steps.count - 1 - step)
      rules.append(animation(".g\(step)", back, "opacity:0", "opacity:1"))
      for color in plan.theme == .auto ? [Color.gradient.light, Color.gradient.dark] : [gradient] {
        let name = color == Color.gradient.dark && plan.theme == .auto ? "d" : ""
        let rule = keyframes("b\(step)\(name)", back, nil, "stroke:\(color)")
        let use =
          ".\(scope).b\(step)>:not(title){animation:\(svgNumber(duration))s infinite step-end \(scope)b\(step)\(name)}"
        rules.append(
          rule + (name.isEmpty ? use : "@media (prefers-color-scheme:dark){\(use)}"))
      }
    }
    return "@media (prefers-reduced-motion:no-preference){\(rules.joined())}"
      + "@media (prefers-reduced-motion:reduce){.\(scope).forward{display:none}}"
  }

  private var gradient: String { plan.theme(.gradient) }

  private func animation(_ mark: String, _ share: String, _ before: String, _ after: String)
    -> String
  {
    let name = String(mark.dropFirst())
    return ".\(scope)\(mark){animation-name:\(scope)\(name)}"
      + keyframes(name, share, before, after)
  }

  /// From `share` to the end of the round, `after`; before it, `before`, or what it is without an animation.
  private func keyframes(_ name: String, _ share: String, _ before: String?, _ after: String)
    -> String
  {
    let start = share == "0" ? "" : before.map { "0%{\($0)}" } ?? ""
    return "@keyframes \(scope)\(name){\(start)\(share)%{\(after)}100%{\(after)}}"
  }
}
