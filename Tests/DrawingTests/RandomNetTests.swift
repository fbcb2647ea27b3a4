import Foundation
import Testing

@testable import Drawing

/// Nets of random structure are placed without an overlap, a kink or an arrow against the flow.
@Suite struct RandomNetTests {
  /// All 1,000 with `RANDOM_NETS=1000`; they take five minutes.
  private static let count =
    ProcessInfo.processInfo.environment["RANDOM_NETS"].flatMap { UInt64($0) } ?? 20

  @Test(arguments: 1...count) func aRandomNetIsPlaced(seed: UInt64) throws {
    let graph = Graph(of: RandomNet(seed: seed), input: [1, 2, 4, 4])
    let isUpright = seed % 4 != 0
    let look = Look(direction: isUpright ? .tb : .lr, expands: seed % 3 == 0)
    for view in [View.nested, .paper, .block] {
      if view == .block, graph.chart.routed.isEmpty { continue }
      let diagram = try graph.diagram(view, look)
      let geometry = try Geometry(diagram)
      #expect(geometry.lines.count == diagram.edges.count { $0.from != "nowhere" }, "\(view)")
      let faults = geometry.faults(isUpright: isUpright)
      #expect(faults.isEmpty, "net \(seed), \(view): \(faults.prefix(3))")
    }
  }

  @Test func theCheckFindsWhatIsWrong() throws {
    var plan = Plan(title: "", description: "", theme: .light, width: 200, height: 200)
    for (id, x, y) in [("a", 20.0, 20.0), ("b", 30, 30), ("c", 100, 150)] {
      plan.add(
        Plan.Box(
          id: id, place: .init(left: x, top: y, width: 40, height: 20), line: .ink, fill: .paper))
    }
    plan.add(
      Plan.Line(points: [.init(40, 40), .init(120, 40), .init(120, 10)], ends: ("a", "c"), head: 7))
    plan.add(Plan.Line(points: [.init(60, 40), .init(110, 40)], ends: ("b", "a")))
    plan.add(Plan.Line(points: [.init(30, 60), .init(90, 190)], ends: ("b", "c")))
    plan.add(Plan.Text(text: "a long label outside", at: .init(150, 100)))
    let faults = try Geometry(plan.diagram).faults(isUpright: true)
    for word in [
      "two boxes", "leads back", "through a box", "ends nowhere", "not orthogonal",
      "outside the page",
      "runs on",
    ] {
      #expect(faults.contains { $0.contains(word) }, "\(word): \(faults)")
    }
  }

  @Test func theSameNetGivesTheSameBytes() throws {
    for seed in UInt64(1)...5 {
      let graphs = (0..<2).map { _ in Graph(of: RandomNet(seed: seed), input: [1, 2, 4, 4]) }
      for view in [View.nested, .paper] {
        #expect(try graphs[0].diagram(view).svg == graphs[1].diagram(view).svg)
      }
    }
  }
}
