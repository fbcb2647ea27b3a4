import Plots

/// The shapes of a layer's inputs and output, its numbers of parameters and of buffer elements, and their
/// type.
struct Details {
  let title: String
  /// The layer's name and type; empty for an operation outside of a layer.
  let layer: String
  let rows: [(name: String, text: String)]

  /// - Parameter module: the layer, if the cell consists of exactly this layer.
  init(_ chart: Flowchart, _ cell: Int, _ module: Module?) {
    let nodes = chart.cells[cell].nodes
    let parameters = chart.graph.parameterCount(of: nodes)
    let buffers = Set(nodes.flatMap { chart.graph.nodes[$0].scope })
      .filter { module == nil || $0.path == module!.path || $0.path.hasPrefix(module!.path + ".") }
      .reduce(0) { $0 + $1.bufferCount }
    var rows = chart.cells[cell].inputs.map { ("input", "\(chart.last($0).shape)") }
    rows.append(("output", "\(chart.last(cell).shape)"))
    if parameters > 0 { rows.append(("trainable", grouped(parameters))) }
    if buffers > 0 { rows.append(("not trainable", grouped(buffers))) }
    rows.append(("type", "float32"))
    title =
      nodes.count > 1 ? module?.shownName ?? chart.first(cell).title : chart.first(cell).title
    layer = [nodes.count > 1 ? nil : module?.name.shortened, module?.type.shortened].compactMap(
      \.self
    )
    .joined(separator: " · ")
    self.rows = rows
  }
}
