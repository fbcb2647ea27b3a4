extension Graph {
  /// The layers with the root mean squares of what flows back, or, in a net that has more than a main path
  /// and shortcuts, a box for each operation.
  ///
  /// - Throws: `SentenceError` if a slide or a phone has no room for it.
  func tapeDiagram(_ look: Look) throws -> Diagram {
    let panel = TapePanel(self, Words(look.language))
    if let panel, !panel.layers.isEmpty { return try .tapes(of: [self], look: look) }
    return try OperationsTape(self, look).plan.diagram.fitting(look, as: .tape)
  }
}
