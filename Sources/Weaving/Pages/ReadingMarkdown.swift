extension Page {
  /// Reads back what `markdown` wrote, so that the book needs no program to be run again.
  public init(markdown: String) {
    var reading = Reading(
      lines: markdown.split(separator: "\n", omittingEmptySubsequences: false)[...])
    reading.run()
    blocks = reading.blocks
  }
}

private struct Reading {
  var lines: ArraySlice<Substring>
  var blocks: [Page.Block] = []
  var prose: [Substring] = []

  mutating func run() {
    while let line = lines.popFirst() {
      if line == "```swift" {
        add(.code(until("```")))
      } else if line == "```output" {
        add(.output(until("```")))
      } else if line == "<!-- printed -->" {
        lines = lines.dropFirst()
        add(.table(until("")))
      } else if line == "<details>", let source = quotedSource() {
        add(source)
      } else if let figure = line.wholeMatch(of: #/!\[(.*)\]\((.*\.svg)\)/#) {
        add(.figure(path: String(figure.2), title: String(figure.1), caption: caption()))
      } else {
        prose.append(line)
      }
    }
    closeProse()
  }

  private mutating func add(_ block: Page.Block) {
    closeProse()
    blocks.append(block)
  }

  private mutating func closeProse() {
    let text = prose.joined(separator: "\n").trimmingNewlines
    if !text.isEmpty { blocks.append(.prose(text)) }
    prose = []
  }

  /// The lines up to the one that ends them, which goes too.
  private mutating func until(_ end: Substring) -> String {
    let body = lines.prefix { $0 != end }
    lines = lines.dropFirst(body.count + 1)
    return body.joined(separator: "\n")
  }

  /// A figure's caption is the paragraph below it, if that is all in italics.
  private mutating func caption() -> String {
    guard lines.count >= 2, lines[lines.startIndex].isEmpty,
      let match = lines[lines.startIndex + 1].wholeMatch(of: #/\*([^*].*)\*/#)
    else { return "" }
    lines = lines.dropFirst(2)
    return String(match.1)
  }

  /// A foldable block with a file in it; other foldable blocks are prose.
  private mutating func quotedSource() -> Page.Block? {
    let head = #/<summary><a href="\.\./\.\./(.*)">.*</a></summary>/#
    guard lines.count > 2, let match = lines.first!.wholeMatch(of: head) else { return nil }
    lines = lines.dropFirst(3)  // The summary, an empty line and the fence.
    let text = until("```")
    lines = lines.dropFirst(2)  // An empty line and the end.
    return .source(path: String(match.1), text: text)
  }
}
