import Drawing

/// The formats of the files that the program writes.
enum FileFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, dot, tikz, html

  /// How the names of its files end.
  var ending: String { self == .tikz ? "tex" : rawValue }

  /// The format of a diagram; `nil` for a page, which is made from the graph.
  var ofDiagram: Format? { Format(rawValue: rawValue) }

  /// The name of the format of files whose names end so.
  static func name(ending: String) -> String {
    allCases.first { $0.ending == ending.lowercased() }?.rawValue ?? ending
  }
}
