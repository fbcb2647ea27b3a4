import Sentences

/// Renders the blocks of one page as HTML.
struct BlockHTML {
  let code: ColoredCode
  let links: Links
  /// What runs in its labs.
  var engine = PageEngine.missing("")
  /// Whether quoted files are shown unfolded, as on the pages about the engine.
  let unfolds: Bool
  /// Reads a figure, given its path from the top of the repository.
  let figure: (String) throws -> Figure
  /// Reads its version for phones, if there is one.
  var phone: (String) throws -> Figure? = { _ in nil }
  /// Reads the still picture of a lab, if there is one.
  var still: (Lab) throws -> Figure? = { _ in nil }
  /// The script with the weights that a lab may load, if there is one.
  var weights: (Lab) -> String? = { _ in nil }

  /// The page as rows: prose, and below it the cells that belong to it.
  func rows(_ page: Page) throws -> String {
    var rows: [(text: String, cells: [Page.Block])] = []
    for block in page.blocks.flatMap(\.parts) {
      if case .prose(let text) = block {
        rows.append((prose(links.applied(to: Markdown.html(text))), []))
      } else if case .lab = block {
        rows.append((try html(block), []))
      } else {
        if rows.isEmpty { rows.append((prose(""), [])) }
        rows[rows.count - 1].cells.append(block)
      }
    }
    return try rows.map { row in
      "<section class=\"row\">\(row.text)"
        + (row.cells.isEmpty ? "" : "<div class=\"cells\">\(try cells(row.cells))</div>")
        + "</section>\n"
    }.joined()
  }

  private func prose(_ html: String) -> String { "<div class=\"prose\">\(html)</div>" }

  /// Cells and figures below each other, but tall figures in pairs, side by side.
  private func cells(_ blocks: [Page.Block]) throws -> String {
    var html: [String] = []
    var waiting: Page.Block?
    for block in blocks {
      let isTall = try isTallFigure(block)
      if isTall, let first = waiting {
        html += try [first, block].map { try self.html($0, isBesideAnother: true) }
        waiting = nil
      } else {
        if let alone = waiting { html.append(try self.html(alone)) }
        waiting = isTall ? block : nil
        if !isTall { html.append(try self.html(block)) }
      }
    }
    return try html.joined() + (waiting.map { try self.html($0) } ?? "")
  }

  private func isTallFigure(_ block: Page.Block) throws -> Bool {
    guard case .figure(let path, _, _) = block else { return false }
    return try figure(links.resolved(path)).isTall
  }

  func html(_ block: Page.Block) throws -> String { try html(block, isBesideAnother: false) }

  /// - Parameter isBesideAnother: whether it is a figure that shares its row with another one.
  private func html(_ block: Page.Block, isBesideAnother: Bool) throws -> String {
    switch block {
    case .prose(let text), .ending(let text, _): links.applied(to: Markdown.html(text))
    case .lab(let lab): html(lab, try still(lab))
    case .code(let text): cell(text)
    case .output(let text): "<div class=\"printed\"><pre><samp>\(marked(text))</samp></pre></div>"
    case .table(let rows): "<div class=\"printed table\">\(Markdown.html(rows))</div>"
    case .source(let path, let text): quoted(path, text)
    case .figure(let path, let title, let caption):
      html(
        try figure(links.resolved(path)), phone: try phone(links.resolved(path)), title,
        caption, isBesideAnother)
    }
  }

  private func html(
    _ figure: Figure, phone: Figure?, _ title: String, _ caption: String, _ isBesideAnother: Bool
  ) -> String {
    // The style sheet shows the one that the window has room for.
    let versions = phone.map {
      "<div class=\"large\">\(figure.svg)</div><div class=\"small\">\($0.svg)</div>"
    }
    return
      "<figure class=\"printed\(isBesideAnother ? " beside" : "")\" aria-label=\"\(escaped(title))\">"
      + (versions ?? figure.svg) + self.caption(figure, title, caption) + "</figure>"
  }

  /// The caption, or on pages that are not chapters, where figures have none, the title, unless it stands in the figure.
  private func caption(_ figure: Figure, _ title: String, _ caption: String) -> String {
    let isDrawn = figure.svg.contains(">\(escaped(title))<")
    let text = caption.isEmpty && unfolds && !isDrawn ? title : caption
    return text.isEmpty ? "" : "<figcaption>\(escaped(text))</figcaption>"
  }

  /// The code of a cell; the first one, with imports and options, is folded.
  private func cell(_ text: String) -> String {
    let code = "<pre><code>\(code.html(text, links))</code></pre>"
    let copy = "<button class=\"copy\">Copy</button>"
    guard text.hasPrefix("import ") else { return "<div class=\"code\">\(copy)\(code)</div>" }
    return "<details class=\"code\"><summary>Imports and options</summary>\(copy)\(code)</details>"
  }

  private func quoted(_ path: String, _ text: String) -> String {
    let place = links.places[path].map { links.up + $0 } ?? "\(links.up)../../\(path)"
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    return "<details class=\"code quoted\"\(unfolds ? " open" : "")><summary>"
      + "<a href=\"\(place)\">\(escaped(path))</a> <small>\(count) lines</small></summary>"
      + "<button class=\"copy\">Copy</button>"
      + "<pre><code>\(code.html(text, links, from: path))</code></pre></details>"
  }

  /// Printed text, with check marks colored as in a terminal.
  private func marked(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let mark = line.first.flatMap { ["✓": "held", "✗": "failed"][$0] }
      guard let mark else { return escaped(line) }
      return "<span class=\"\(mark)\">\(line.first!)</span>\(escaped(line.dropFirst()))"
    }.joined(separator: "\n")
  }
}
