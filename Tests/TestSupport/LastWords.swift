import Testing

extension ExitTest.Result {
  /// The sentence on the standard error of a program that stopped.
  ///
  /// Observe `\.standardErrorContent` to get it.
  package var lastWords: String? {
    String(decoding: standardErrorContent, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.split(separator: "Fatal error: ", maxSplits: 1).dropFirst().first }
      .last.map(String.init)
  }
}
