import Plots
import Sentences

@testable import Drawing

/// Things that stand on each other, such as the modules of a package: a map with what is lowest at the
/// bottom.
struct DependencyMap: Sendable {
  struct Item: Sendable {
    let name: String
    /// What it is, in a few words.
    let summary: String
    /// The names of what it needs.
    let needs: Set<String>

    init(_ name: String, _ summary: String, needs: Set<String>) {
      (self.name, self.summary, self.needs) = (name, summary, needs)
    }
  }

  let title: String
  /// Each after what it needs.
  let items: [Item]

  /// - Parameter items: in any order; a need that is no item's name is left out.
  init(_ title: String, _ items: [Item]) {
    self.title = title
    let names = Set(items.map(\.name))
    var waiting = items.map { Item($0.name, $0.summary, needs: $0.needs.intersection(names)) }
    var sorted: [Item] = []
    while let next = waiting.firstIndex(where: { item in
      item.needs.allSatisfy { need in sorted.contains { $0.name == need } }
    }) {
      sorted.append(waiting.remove(at: next))
    }
    require(
      waiting.isEmpty, "DependencyMap: \(waiting.map(\.name)) stand on each other in a circle")
    self.items = sorted
  }

  func diagram(_ look: Look = Look()) -> Diagram {
    var sketch = Sketch(
      title: title, description: "\(items.count) boxes, each above what it stands on.",
      theme: look.theme, direction: look.direction ?? .tb)
    for (place, item) in items.enumerated().reversed() {
      let (line, ground) = stageColors(place)
      sketch.add(
        item.name,
        sketch.box(line: line, ground: ground)
          .labeled(sketch.titled(Markup(item.name).bold, [item.summary])))
    }
    for item in items.reversed() {
      for need in direct(item).sorted() { sketch.join(item.name, need) }
    }
    return sketch.diagram
  }

  /// What an item needs and does not also reach through something else it needs.
  func direct(_ item: Item) -> Set<String> {
    let reached = item.needs.map(below).reduce(into: Set()) { $0.formUnion($1) }
    return item.needs.subtracting(reached)
  }

  /// Everything that lies under an item.
  private func below(_ name: String) -> Set<String> {
    let needs = items.first { $0.name == name }!.needs
    return needs.map(below).reduce(into: needs) { $0.formUnion($1) }
  }
}
