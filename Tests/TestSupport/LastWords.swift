import Testing

extension ExitTest.Result {
  /// The sentence a stopped program left on its standard error.
  ///
  /// Observe `\.standardErrorContent` to get it.
  package var lastWords: String? {
    String(decoding: standardErrorContent, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.split(separator: "Fatal error: ", maxSplits: 1).dropFirst().first }
      .last.map(String.init)
  }
}
