import Plots
import Sentences

extension Graph {
  /// Every operation with its shape and its learned numbers; after a backward pass also how large the
  /// values and the gradients are, and what flows back along each road.
  func tapeDiagram(_ look: Look) -> Diagram {
    let chart = Flowchart(self, owner: Partition.each(self))
    let gradients = operations.flatMap { [$0.gradient] + $0.flows + $0.weights.map(\.gradient) }
    let scale = HeatScale(gradients.compactMap(\.self))
    var sketch = Sketch(
      title: "\(name) on the tape",
      description: "\(counted(operations.count, "operation"))"
        + (scale == nil ? "." : "; behind each, how large its gradient is."),
      theme: look.theme, direction: look.direction ?? .tb)
    sketch.diagram.graph["ranksep"] = .text("0.35")
    let (trunk, steps) = (Set(chart.trunk), chart.trunkSteps)
    for cell in chart.cells.indices {
      sketch.add(
        chart.id(cell), sketch.line(operations[cell], scale),
        group: trunk.contains(cell) ? "main" : nil,
        tooltip: operations[cell].scope.last?.path ?? "")
    }
    for cell in chart.cells.indices {
      for (input, flow) in zip(operations[cell].inputs, operations[cell].flows) {
        let isMain = steps.contains([input, cell])
        sketch.join(
          chart.id(input), chart.id(cell),
          ["weight": isMain ? "1000" : "1"])
        guard let flow, let scale else { continue }
        // The road forward is straight; the one back bends around it.
        let back = sketch.roadBack(flow, scale).with(["weight": isMain ? "0" : "1"])
        sketch.join(chart.id(input), chart.id(cell), back)
      }
    }
    if let scale { sketch.addHeatLegend(scale) }
    return sketch.diagram
  }
}

extension Sketch {
  fileprivate func line(_ operation: Operation, _ scale: HeatScale?) -> Attributes {
    let title = Markup(operation.kind == .sum ? "add" : operation.title).bold
    let head = titled(
      title + Markup("  ") + small(extent(of: operation.shape)),
      [operation.path].compactMap(\.self))
    var rows = [cell(head, ground: operation.kind.ground, span: 3)]
    if let value = operation.value {
      rows.append(numbers("value", rounded(value), operation.gradient, scale))
    }
    for weight in operation.weights {
      let name = weight.name.split(separator: ".").last.map(String.init) ?? weight.name
      let shape = weight.shape.map(String.init).joined(separator: " × ")
      rows.append(numbers(name, shape, weight.gradient, scale))
    }
    return table(rows, line: operation.kind.line)
  }

  /// A row: what it is, how large, and how large its gradient is, if there is one.
  private func numbers(_ name: String, _ text: String, _ gradient: Double?, _ scale: HeatScale?)
    -> Markup
  {
    guard let gradient, let scale else {
      return cell(small(name), ground: .paper) + cell(small(text), ground: .paper, span: 2)
    }
    let step = scale.step(gradient)
    let color = theme(step > 3 ? .paper : .ink)
    return cell(small(name), ground: .paper) + cell(small(text), ground: .paper)
      + cell(
        Markup("∂ " + rounded(gradient)).font(size: 8.5, color: color), ground: Color.steps[step])
  }

  /// The road back, beside the road forward.
  fileprivate func roadBack(_ flow: Double, _ scale: HeatScale) -> Attributes {
    [
      "dir": "back", "color": theme(Color.steps[max(scale.step(flow), 3)]), "penwidth": "2",
      "label": " ∂ " + rounded(flow), "fontsize": "8.5",
    ]
  }

  fileprivate mutating func addHeatLegend(_ scale: HeatScale) {
    var legend = Legend()
    legend.add(.solid, "forward; ∂ the gradient, both as root mean squares")
    for step in Color.steps.indices {
      legend.add(
        .box(line: .rule, ground: Color.steps[step]),
        step == 0 ? "∂ below \(rounded(scale.bound(1)))" : "from \(rounded(scale.bound(step)))")
    }
    addLegend(legend, columns: isUpright ? 2 : 8)
  }
}
