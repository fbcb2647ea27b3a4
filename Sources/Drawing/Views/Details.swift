import Plots

/// All there is to say of one layer: what it is given and returns, how many numbers it learns and
/// remembers, and of which type they are.
struct Details {
  let title: String
  /// The layer's name and type, if it is one.
  let layer: String
  let rows: [(name: String, text: String)]

  /// - Parameters:
  ///   - module: the layer, if the cell is nothing else.
  init(_ chart: Flowchart, _ cell: Int, _ module: Module?) {
    let operations = chart.cells[cell].operations
    let learned = chart.graph.parameterCount(of: operations)
    let remembered = Set(operations.flatMap { chart.graph.operations[$0].scope })
      .filter { module == nil || $0.path == module!.path || $0.path.hasPrefix(module!.path + ".") }
      .reduce(0) { $0 + $1.remembered }
    var rows = chart.cells[cell].inputs.map { ("input", "\(chart.tail($0).shape)") }
    rows.append(("output", "\(chart.tail(cell).shape)"))
    if learned > 0 { rows.append(("trainable", grouped(learned))) }
    if remembered > 0 { rows.append(("not trainable", grouped(remembered))) }
    rows.append(("type", "float32"))
    title =
      operations.count > 1 ? module?.shownName ?? chart.head(cell).title : chart.head(cell).title
    layer = [operations.count > 1 ? nil : module?.name, module?.type].compactMap(\.self)
      .joined(separator: " · ")
    self.rows = rows
  }
}

extension Sketch {
  /// A table: the title, and a row for each detail.
  ///
  /// - Parameter width: the least, in inches.
  func table(_ details: Details, _ kind: Kind, width: Double) -> Attributes {
    let head = titled(Markup(details.title).bold, [details.layer].filter { !$0.isEmpty })
    return table(
      [cell(head, ground: kind.ground, width: Int(width * 72), span: 2)]
        + details.rows.map { name, text in
          cell(small(name), ground: .paper) + cell(small(text), ground: .paper)
        },
      line: kind.line)
  }
}
