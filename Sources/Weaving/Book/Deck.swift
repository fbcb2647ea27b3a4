/// A chapter as slides: one for each section with its most important cell, one for each figure.
struct Deck {
  let leaf: Leaf

  init(_ leaf: Leaf) { self.leaf = leaf }

  var file: String { "chapter\(leaf.item.chapter!)-slides.html" }

  /// The slides as HTML, each in a `section` element.
  var html: String {
    get throws {
      Chinese.marked(in: try (sections.flatMap(slides) + ending).joined(separator: "\n"))
    }
  }

  /// A slide for each section of the chapter's end, whose answers are left out.
  private var ending: [String] {
    leaf.page.blocks.flatMap { block in
      guard case .ending(let text, _) = block else { return [String]() }
      return sectionTexts(of: text.replacing(#/ *<details>(?s:.)*?<\/details>\n*/#, with: "")).map {
        slide("", $0, "")
      }
    }
  }

  /// The blocks of the page, grouped by heading.
  private var sections: [[Page.Block]] {
    var sections: [[Page.Block]] = []
    for block in leaf.page.blocks {
      if case .ending = block { continue }
      guard case .prose(let text) = block else {
        sections[max(0, sections.count - 1)].append(block)
        continue
      }
      for paragraph in text.split(separator: "\n\n") {
        if paragraph.hasPrefix("#") || sections.isEmpty { sections.append([]) }
        sections[sections.count - 1].append(.prose(String(paragraph)))
      }
    }
    return sections
  }

  private func slides(_ section: [Page.Block]) throws -> [String] {
    guard case .prose(let heading)? = section.first else { return [] }
    var lead = ""
    if case .prose(let text)? = section.dropFirst().first { lead = firstSentences(text) }
    let isTitle = heading.hasPrefix("# ")
    let figures = section.filter { if case .figure = $0 { true } else { false } }
    let key = isTitle ? "" : try keyCell(section)
    var slides: [String] = []
    if isTitle || !key.isEmpty || figures.isEmpty {
      slides.append(slide(isTitle ? "title" : "", heading + "\n\n" + lead, key))
    }
    for (i, figure) in figures.enumerated() {
      let isFirst = i == 0 && key.isEmpty
      slides.append(
        slide("figure", isFirst ? heading + "\n\n" + lead : heading, try leaf.html.html(figure)))
    }
    return slides
  }

  private func slide(_ kind: String, _ markdown: String, _ exhibit: String) -> String {
    "<section class=\"slide \(kind)\"><div class=\"prose\">\(Markdown.html(markdown))</div>"
      + (exhibit.isEmpty ? "" : "<div class=\"exhibit\">\(exhibit)</div>") + "</section>"
  }

  /// The first cell of 2 to 14 lines with its output; without one, the first short output.
  private func keyCell(_ section: [Page.Block]) throws -> String {
    for (i, block) in section.enumerated() {
      guard case .code(let text) = block, (2...14).contains(lineCount(text)) else { continue }
      let output = section[(i + 1)...].prefix { $0.isPrinted }.first
      return try ([.code(text)] + (output.map { [$0] } ?? [])).map(leaf.html.html).joined()
    }
    let printed = section.first { $0.isPrinted }
    return try printed.map(leaf.html.html) ?? ""
  }

  private func lineCount(_ text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).count
  }

  /// The first two sentences of a paragraph, which is what a slide has room for.
  private func firstSentences(_ text: String) -> String {
    let flat = text.replacing("\n", with: " ")
    let ends = flat.ranges(of: #/[.:?!] (?=[A-Z])/#).prefix(2)
    return ends.last.map { String(flat[..<$0.lowerBound]) + "." } ?? flat
  }
}

extension Page.Block {
  /// Whether this is printed text or a printed table short enough for a slide.
  fileprivate var isPrinted: Bool {
    switch self {
    case .output(let text), .table(let text): text.split(separator: "\n").count <= 14
    default: false
    }
  }
}
