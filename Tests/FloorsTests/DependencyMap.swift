import Plots
import Sentences

@testable import Drawing

/// Items that depend on each other, such as the modules of a package, drawn with dependencies below
/// their dependents.
struct DependencyMap: Sendable {
  struct Item: Sendable {
    let name: String
    /// What it is, in a few words.
    let summary: String
    /// The names of the items it depends on.
    let needs: Set<String>

    init(_ name: String, _ summary: String, needs: Set<String>) {
      (self.name, self.summary, self.needs) = (name, summary, needs)
    }
  }

  let title: String
  /// Sorted topologically: each after the items it depends on.
  let items: [Item]

  /// A map of `items`, which may be in any order; needs that are not among their names are ignored.
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
      waiting.isEmpty, "DependencyMap: \(waiting.map(\.name)) depend on each other in a cycle")
    self.items = sorted
  }

  func diagram(_ look: Look = Look()) -> Diagram {
    var sketch = Sketch(
      title: title, description: "\(items.count) boxes, each above those it depends on.",
      theme: look.theme, direction: look.direction ?? .tb)
    for item in items.reversed() {
      let (line, fill) = (Color.blue, Color.Box.weights.fill)
      sketch.add(
        item.name,
        sketch.box(line: line, fill: fill)
          .labeled(sketch.titled(Markup(item.name).bold, [item.summary])))
    }
    for item in items.reversed() {
      for need in direct(item).sorted() { sketch.join(item.name, need) }
    }
    return sketch.diagram
  }

  /// The needs of an item that are not also needs of its other needs.
  func direct(_ item: Item) -> Set<String> {
    let reached = item.needs.map(below).reduce(into: Set()) { $0.formUnion($1) }
    return item.needs.subtracting(reached)
  }

  /// All direct and indirect needs of an item.
  private func below(_ name: String) -> Set<String> {
    let needs = items.first { $0.name == name }!.needs
    return needs.map(below).reduce(into: needs) { $0.formUnion($1) }
  }
}
