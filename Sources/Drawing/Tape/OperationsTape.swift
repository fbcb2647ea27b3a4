import Plots
import Sentences

/// Every operation of a net on its own, with its value, its weights and their gradients: for nets that have
/// more than a main path and shortcuts.
struct OperationsTape {
  private let graph: Graph
  private let chart: Flowchart
  private let look: Look
  private let sizes: Sizes
  private let words: Words

  init(_ graph: Graph, _ look: Look) {
    (self.graph, self.look) = (graph, look)
    chart = Flowchart(graph, owner: Partition.each(graph))
    (sizes, words) = (Sizes(look.purpose), Words(look.language))
  }

  var plan: Plan {
    let isUpright = look.direction != .lr
    let aside = Set(chart.routed.flatMap(\.shortcut))
    let hasGradients = graph.nodes.contains { $0.gradient != nil }
    var figure = NetFigure()
    for cell in chart.cells.indices {
      let face = face(graph.nodes[cell])
      figure.add(
        face,
        .init(
          id: chart.id(cell), width: face.size.width, height: face.size.height,
          isAside: aside.contains(cell)), sizes)
    }
    figure.addLinks(chart)
    let margin = max(sizes.margin, 8)
    let placement = Placement(
      figure.net, GridMeasures(sizes), isUpright: isUpright, at: .init(margin, margin))
    var plan = Plan(
      title: "\(graph.name) on the tape",
      description: counted(chart.cells.count, "operation")
        + (hasGradients ? "; in each, the root mean square of its gradient." : "."),
      theme: look.theme, width: placement.width + 2 * margin,
      height: placement.height + 2 * margin)
    figure.draw(placement, sizes, isUpright: isUpright, to: &plan)
    return hasGradients
      ? plan.adding(notes: [words(.gradientSign), words(.valueSign)], sizes, left: margin) : plan
  }

  /// The operation, its shape, and a line for its value and for each weight, with their gradients on the right.
  private func face(_ node: Node) -> Face {
    if let refused = Face(refusalOf: node, words, sizes) { return refused }
    var lines = [
      Face.Line(node.title(words).shortened, sizes.label, bold: true),
      Face.Line(extent(of: node.shape), sizes.note, color: .muted),
    ]
    if let value = node.value {
      lines.append(line("\(words(.value)) \(brief(value, digits: 2))", node.gradient))
    }
    for weight in node.weights {
      let name = weight.name.split(separator: ".").last.map(String.init) ?? weight.name
      let shape = weight.shape.map(String.init).joined(separator: " × ")
      lines.append(line("\(name.shortened) \(shape)", weight.gradient))
    }
    return .box(node.kind.colors, lines, sizes, tooltip: node.path ?? "")
  }

  private func line(_ text: String, _ gradient: Double?) -> Face.Line {
    var line = Face.Line(
      text, sizes.note, color: .muted, value: gradient.map { "∂ " + brief($0, digits: 2) })
    line.valueColor = .gradient
    return line
  }
}
