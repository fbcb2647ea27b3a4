/// A line of prose that is replaced by a file of the repository.
///
///     source: Sources/Layers/Layer.swift
///
/// It is a paragraph of its own. A Markdown file of the book may put it in a comment,
/// `<!-- source: … -->`, which code hosts do not show.
struct Quotation {
  let path: String

  init?(line: Substring) {
    guard let match = line.wholeMatch(of: #/(?:<!-- )?source: (\S+\.\w+)(?: -->)?\s*/#) else {
      return nil
    }
    path = String(match.1)
  }
}

/// Prose divided at the files it quotes and at its labs.
///
/// - Parameter read: returns a file's text, given its path from the top of the repository.
func blocks(ofProse prose: String, read: (String) throws -> String) rethrows -> [Page.Block] {
  var blocks: [Page.Block] = []
  var text: [Substring] = []
  func close() {
    let joined = text.joined(separator: "\n").trimmingNewlines
    if !joined.isEmpty { blocks.append(.prose(joined)) }
    text = []
  }
  for line in prose.split(separator: "\n", omittingEmptySubsequences: false) {
    if let quotation = Quotation(line: line) {
      close()
      let source = try read(quotation.path).trimmingNewlines
      blocks.append(.source(path: quotation.path, text: source))
    } else if let lab = try Lab(line: line, read: read) {
      close()
      blocks.append(.lab(lab))
    } else {
      text.append(line)
    }
  }
  close()
  return blocks
}

extension String {
  /// The text without empty lines at either end.
  var trimmingNewlines: String {
    String(drop { $0 == "\n" }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
