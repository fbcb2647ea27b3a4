import Sentences

/// One net of a comparison: the layers on its main path, in order, and the shortcuts around them.
struct Panel {
  let title: String
  let graph: Graph
  private(set) var layers: [Layer] = []
  private(set) var shortcuts: [Shortcut] = []

  /// A layer with weights, a pooling or the image.
  struct Layer {
    let node: Node
    /// The height and width of what it returns; 1 × 1 for scores.
    let size: [Int]
  }

  /// A shortcut from before one layer to behind another.
  struct Shortcut {
    let first, last: Int
    let kind: ShortcutKind
  }

  /// - Throws: `SentenceError` if there is anything beside the main path but shortcuts.
  init(_ graph: Graph, title: String) throws {
    (self.graph, self.title) = (graph, title)
    let kinds = graph.shortcutKinds
    let shown = graph.withoutProjections
    let chart = Flowchart(shown, owner: Partition.major(shown))
    if let other = chart.cells.indices.first(where: { !chart.mainPath.contains($0) }) {
      throw refusal("computes \(chart.words(other)) beside its main path")
    }
    // For each cell, how many layers there are on the main path up to it.
    var layersUpTo: [Int: Int] = [:]
    for cell in chart.mainPath {
      if chart.first(cell).kind != .addition {
        let shape = chart.first(cell).shape
        layers.append(
          Layer(node: chart.first(cell), size: shape.count == 4 ? Array(shape[2...]) : [1, 1]))
      }
      layersUpTo[cell] = layers.count
    }
    let mainEdges = chart.mainPathEdges
    for (cell, inputs) in chart.cells.map(\.inputs).enumerated() {
      for input in inputs where !mainEdges.contains([input, cell]) {
        let (first, last) = (layersUpTo[input]!, layersUpTo[cell]! - 1)
        guard chart.first(cell).kind == .addition, first <= last else {
          throw refusal("leads \(chart.words(input)) to \(chart.words(cell)) around no layer")
        }
        let kind = kinds[chart.first(cell).line] ?? .identity
        shortcuts.append(Shortcut(first: first, last: last, kind: kind))
      }
    }
  }

  private func refusal(_ what: String) -> SentenceError {
    SentenceError(
      "compare: \(title) \(what); this view has a main path and shortcuts around its layers. "
        + "--view nested draws any net")
  }

  /// How many weighted layers its main path has.
  var depth: Int { layers.count { $0.node.isWeighted } }
}

extension Flowchart {
  /// An operation with the name of its layer, for a sentence.
  fileprivate func words(_ cell: Int) -> String {
    let node = first(cell)
    return node.path.map { "\(node.title) (\($0))" } ?? node.title
  }
}
