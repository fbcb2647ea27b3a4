import Foundation
import Plots
import Sentences
import Testing

@testable import Drawing

/// Animations without a script: what appears when, and the way of the gradient beside each line.
@Suite struct AnimationTests {
  /// Two boxes and a sum, with a shortcut from the first to the sum.
  private var plan: Plan {
    var plan = Plan(title: "t", description: "d", theme: .auto, width: 200, height: 200)
    for (number, id) in ["x", "f", "sum"].enumerated() {
      plan.add(
        Plan.Box(
          id: id, place: .init(left: 40, top: 20 + 50 * Double(number), width: 60, height: 20),
          line: .ink, fill: .paper, text: id))
    }
    plan.add(Plan.Text(text: "title", at: .init(10, 12)))
    plan.add(Plan.Line(points: [.init(70, 40), .init(70, 70)], ends: ("x", "f"), head: 6))
    plan.add(Plan.Line(points: [.init(70, 90), .init(70, 120)], ends: ("f", "sum"), head: 6))
    plan.add(
      Plan.Line(
        points: [.init(70, 50), .init(130, 50), .init(130, 130), .init(100, 130)],
        ends: ("x", "sum"), color: .shortcut, width: 2.25, head: 8.5))
    return plan
  }

  @Test func aBoxAppearsWhenAllThatLeadsToItHas() {
    let steps = PlanSteps(plan)
    #expect(steps.boxes == [0, 1, 2] && steps.count == 3)
    #expect(steps.lines == [1, 2, 2] && steps.texts == [nil])
  }

  @Test(arguments: [View.overview, .slide, .compare]) func placedViewsMoveFromTheImageToTheEnd(
    view: View
  ) throws {
    let plan = try #require(try digits.diagram(view).plan)
    let steps = PlanSteps(plan)
    #expect(steps.count > 5)
    // Every box of an operation has a step; what has none is a sign or a text.
    let still = zip(plan.boxes, steps.boxes).filter { box, step in
      step == nil && min(box.place.width, box.place.height) > 12
    }
    #expect(still.map(\.0.id) == [])
  }

  @Test func theGradientRunsBesideTheLineTheOtherWay() {
    let ways = plan.lines.map(\.wayBack)
    #expect(ways[0]?.ends?.from == "f" && ways[0]?.ends?.to == "x")
    #expect(ways[0]?.points.first?.x == 64 && ways[0]?.points.last?.x == 64)
    // Around the outside of the shortcut.
    #expect(ways[2]?.points.map(\.x).max() == 136 && ways[2]?.points.map(\.y).max() == 136)
    #expect(ways.allSatisfy { $0?.color == .gradient })
  }

  @Test func anAnimationHasNoScriptAndRespectsReducedMotion() throws {
    let diagram = try digits.diagram(.compare).animated()
    let svg = try diagram.svg
    #expect(!svg.contains("<script") && svg.contains("prefers-reduced-motion:no-preference"))
    #expect(try diagram.texts.contains("forward") && diagram.texts.contains("backward"))
    #expect(svg.contains(Color.gradient.light) && svg.contains("infinite"))
    // Every animation that a class names is there.
    let names = svg.matches(of: #/animation-name:(\w+)/#).map { String($0.1) }
    #expect(names.count > 20)
    for name in Set(names) { #expect(svg.contains("@keyframes \(name){"), "\(name)") }
  }

  @Test func whatComesLaterAppearsLater() throws {
    let svg = try digits.diagram(.compare).animated().svg
    let starts = (1..<8).compactMap { step in
      svg.firstMatch(of: try! Regex(#"@keyframes a\w+f\#(step)\{0%\{opacity:0\.15\}([\d.]+)%"#))
        .flatMap { $0.output[1].substring.flatMap { Double($0) } }
    }
    #expect(starts.count == 7 && starts == starts.sorted() && Set(starts).count == 7)
  }

  @Test func whatGraphvizLaysOutIsNotAnimated() throws {
    let sketch = Sketch(title: "Map", description: "", theme: .light, direction: .tb)
    let error = #expect(throws: SentenceError.self) { try sketch.diagram.animated() }
    #expect("\(error!)".contains("cannot be animated"))
  }
}
