import Plots
import Sentences

extension Graph {
  /// The layers with the root mean squares of what flows back, or, in a net that has more than a main path
  /// and shortcuts, a box for each operation.
  ///
  /// - Throws: `SentenceError` if a slide or a phone has no room for it.
  func tapeDiagram(_ look: Look) throws -> Diagram {
    let isPlaced = TapePanel(self, Words(look.language)).map { !$0.layers.isEmpty } ?? false
    if isPlaced || look.purpose != .page { return try .tapes(of: [self], look: look) }
    return operationsTape(look)
  }

  /// Every operation on its own, with value and gradient, for any net.
  func operationsTape(_ look: Look) -> Diagram {
    let chart = Flowchart(self, owner: Partition.each(self))
    let gradients = nodes.flatMap { [$0.gradient] + $0.flows + $0.weights.map(\.gradient) }
    let scale = HeatScale(gradients.compactMap(\.self))
    var sketch = Sketch(
      title: "\(name) on the tape",
      description: "\(counted(nodes.count, "operation"))"
        + (scale == nil ? "." : "; beside each, the root mean square of its gradient."),
      theme: look.theme, direction: look.direction ?? .tb)
    sketch.diagram.graph["ranksep"] = .text("0.35")
    let (mainPath, mainEdges) = (Set(chart.mainPath), chart.mainPathEdges)
    for cell in chart.cells.indices {
      sketch.add(
        chart.id(cell), sketch.line(nodes[cell], scale),
        group: mainPath.contains(cell) ? "main" : nil,
        tooltip: nodes[cell].scope.last?.path ?? "")
    }
    for cell in chart.cells.indices {
      for (input, flow) in zip(nodes[cell].inputs, nodes[cell].flows) {
        let isMain = mainEdges.contains([input, cell])
        sketch.join(
          chart.id(input), chart.id(cell),
          ["weight": isMain ? "1000" : "1"])
        guard let flow, let scale else { continue }
        // The edge forward is straight, the one backward is curved.
        let back = sketch.backwardEdge(flow, scale).with(["weight": isMain ? "0" : "1"])
        sketch.join(chart.id(input), chart.id(cell), back)
      }
    }
    if let scale { sketch.addHeatLegend(scale) }
    return sketch.diagram
  }
}

extension Sketch {
  fileprivate func line(_ operation: Node, _ scale: HeatScale?) -> Attributes {
    let title = Markup(operation.kind == .addition ? "add" : operation.title).bold
    let head = titled(
      title + Markup("  ") + small(extent(of: operation.shape)),
      [operation.path?.shortened].compactMap(\.self))
    var rows = [cell(head, fill: operation.kind.fill, span: 3)]
    if let value = operation.value {
      rows.append(numbers("value", brief(value, digits: 2), operation.gradient, scale))
    }
    for weight in operation.weights {
      let name = weight.name.split(separator: ".").last.map(String.init) ?? weight.name
      let shape = weight.shape.map(String.init).joined(separator: " × ")
      rows.append(numbers(name.shortened, shape, weight.gradient, scale))
    }
    return table(rows, line: operation.kind.line)
  }

  /// A row with a name, a value and the root mean square of its gradient, if there is one.
  private func numbers(_ name: String, _ text: String, _ gradient: Double?, _ scale: HeatScale?)
    -> Markup
  {
    guard let gradient, let scale else {
      return cell(small(name), fill: .paper) + cell(small(text), fill: .paper, span: 2)
    }
    let step = scale.step(gradient)
    let color = theme(step > 3 ? .paper : .ink)
    return cell(small(name), fill: .paper) + cell(small(text), fill: .paper)
      + cell(
        Markup("∂ " + brief(gradient, digits: 2)).font(size: 8.5, color: color),
        fill: Color.steps[step])
  }

  fileprivate func backwardEdge(_ flow: Double, _ scale: HeatScale) -> Attributes {
    [
      "dir": "back", "color": theme(Color.steps[max(scale.step(flow), 3)]), "penwidth": "2",
      "label": " ∂ " + brief(flow, digits: 2), "fontsize": "8.5",
    ]
  }

  fileprivate mutating func addHeatLegend(_ scale: HeatScale) {
    var legend = Legend()
    legend.add(.solid, "forward; ∂ the gradient, both as root mean squares")
    for step in Color.steps.indices {
      legend.add(
        .box(line: .rule, fill: Color.steps[step]),
        step == 0
          ? "∂ below \(brief(scale.bound(1), digits: 2))"
          : "from \(brief(scale.bound(step), digits: 2))")
    }
    addLegend(legend, columns: isUpright ? 2 : 8)
  }
}
