/// Pages as Markdown: written as a code host shows them, and parsed again.
extension Page {
  /// The page as Markdown, which `init(markdown:)` parses.
  package var markdown: String {
    blocks.map(\.markdown).joined(separator: "\n\n") + "\n" + digests.markdown
  }

  /// Parses what `markdown` wrote, so that the book can be made without running the chapters.
  package init(markdown: String) {
    var reading = Reading(
      lines: markdown.split(separator: "\n", omittingEmptySubsequences: false)[...])
    reading.run()
    (blocks, digests) = (reading.blocks, reading.digests)
  }
}

extension Page.Block {
  fileprivate var markdown: String {
    switch self {
    case .prose(let text): text
    case .code(let code): "```swift\n\(code)\n```"
    case .output(let text): "```output\n\(text)\n```"
    case .table(let rows): "<!-- printed -->\n\n\(rows)"
    case .figure(let path, let title, let caption):
      "![\(title)](\(path))" + (caption.isEmpty ? "" : "\n\n*\(caption)*")
    case .lab(let lab): lab.markdown
    case .ending(let text, let source): "<!-- ending \(source) -->\n\n\(text)\n\n<!-- end -->"
    case .source(let path, let text):
      """
      <details>
      <summary><a href="../../\(path)">\(path)</a></summary>

      ```swift
      \(text)
      ```

      </details>
      """
    }
  }
}

private struct Reading {
  var lines: ArraySlice<Substring>
  var blocks: [Page.Block] = []
  var digests = FigureDigests()
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
      } else if let ending = line.wholeMatch(of: #/<!-- ending (\w*) -->/#) {
        add(.ending(until("<!-- end -->").trimmingNewlines, source: String(ending.1)))
      } else if let name = line.wholeMatch(of: #/<!-- lab (\S+) -->/#)?.1,
        let lab = Lab(name: name, markdown: until(Lab.end))
      {
        add(.lab(lab))
      } else if line == FigureDigests.start {
        digests = FigureDigests(lines: lines.prefix { $0 != "-->" })
        lines = lines.drop { $0 != "-->" }.dropFirst()
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

  /// Consumes the lines up to and including `end`, and returns those before it.
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

  /// A quoted file in a `details` element; any other such element is prose.
  private mutating func quotedSource() -> Page.Block? {
    let head = #/<summary><a href="\.\./\.\./(.*)">.*</a></summary>/#
    guard lines.count > 2, let match = lines.first!.wholeMatch(of: head) else { return nil }
    lines = lines.dropFirst(3)  // The summary, an empty line and the fence.
    let text = until("```")
    lines = lines.dropFirst(2)  // An empty line and the end.
    return .source(path: String(match.1), text: text)
  }
}
