import Sentences

/// Renders slides as HTML, each in a `section` element.
///
/// What appears step by step has the attribute `data-step`: lines of text, formulas, numbers and items here;
/// the groups of class `step-2`, `step-3` … of a figure get it from the script.
struct SlideHTML {
  let code: ColoredCode
  let links: Links
  /// Reads a figure, given its path from the top of the repository.
  let figure: (String) throws -> Figure
  let chapter: Int

  func html(_ deck: Deck) throws -> String {
    let slides = try deck.slides.enumerated().map { number, slide in
      try html(slide, number + 1, of: deck.slides.count)
    }
    return Chinese.marked(in: slides.joined(separator: "\n"))
  }

  private func html(_ slide: Slide, _ number: Int, of count: Int) throws -> String {
    let head = slide.kind == .title ? "h1" : "h2"
    var inner = "<\(head)>\(inline(slide.claim))</\(head)>"
    if slide.kind == .title {
      inner = "<p class=\"where\">Residual networks, chapter \(chapter)</p>" + inner
    }
    let exhibit = try slide.exhibit.map { try html($0, slide) } ?? ""
    let items = slide.items.enumerated().map { built("li", inline($1), step: $0 + 1) }.joined()
    let shown = exhibit + (items.isEmpty ? "" : "<ul>\(items)</ul>")
    if !shown.isEmpty { inner += "<div class=\"exhibit\">\(shown)</div>" }
    if let note = slide.note { inner += "<p class=\"note\">\(inline(note))</p>" }
    let notes = Markdown.html(slide.notes)
    let isWhole = try isWhole(slide)
    if isWhole, slide.note != nil {
      throw SentenceError(
        "\(slide.place): the figure is a whole slide and leaves no room for `note:`")
    }
    let kind = slide.kind.rawValue + (isWhole ? " whole" : "")
    return "<section class=\"slide \(kind)\" data-number=\"\(number)\" "
      + "aria-roledescription=\"slide\" aria-label=\"\(number) of \(count)\">\(inner)"
      + "<aside class=\"notes\">\(notes)</aside></section>"
  }

  private func isWhole(_ slide: Slide) throws -> Bool {
    guard case .figure(let path, _) = slide.exhibit else { return false }
    return try figure(path).isSlide
  }

  private func html(_ exhibit: Exhibit, _ slide: Slide) throws -> String {
    switch exhibit {
    case .figure(let path, let phone):
      let large = try figure(path)
      let drawn = large.isSlide ? large.withoutClaim : large.svg
      let kind = large.isWide ? "wide" : "tall"
      guard let phone else { return "<figure class=\"\(kind)\">\(drawn)</figure>" }
      return "<figure class=\"\(kind) large\">\(drawn)</figure>"
        + "<figure class=\"small\">\(try figure(phone).svg)</figure>"
    case .code(let text):
      let size = try TypeSize.ofLines(text, at: slide.place)
      let html = try marked(colored(text), slide) { colored($0) }
      return "<pre class=\"code\"\(size)><code>\(html)</code></pre>"
    case .printed(let groups):
      let size = try TypeSize.ofLines(groups.joined(separator: "\n"), at: slide.place)
      let all = try marked(groups.map(escaped).joined(separator: "\0"), slide) { escaped($0) }
      let spans = all.split(separator: "\0").enumerated()
        .map { built("span", String($1), step: $0) }
      return "<pre class=\"said\"\(size)>\(spans.joined(separator: "\n"))</pre>"
    case .table(let table):
      let size = try TypeSize.ofTable(table, at: slide.place)
      return try marked(html(table, size), slide) { escaped($0) }
    case .formula(let lines):
      let shown = lines.enumerated()
        .map { built("div", "<span class=\"math display\">\(escaped($1))</span>", step: $0) }
      return "<div class=\"formula\">\(shown.joined())</div>"
    case .numbers(let numbers):
      let isLong = numbers.contains { $0.text.count > 7 }
      let shown = numbers.enumerated().map { large($1, step: $0, isLong: isLong) }
      return "<div class=\"numbers\">\(shown.joined())</div>"
    }
  }

  private func html(_ table: PrintedTable, _ size: TypeSize) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>"
        + zip(table.header, cells).map { column, cell in
          "<\(tag)>\(escaped(FoundNumber.shown(cell, in: column)))</\(tag)>"
        }.joined() + "</tr>"
    }
    return "<table\(size)><thead>\(row(table.header, "th"))</thead><tbody>"
      + table.rows.map { row($0, "td") }.joined() + "</tbody></table>"
  }

  private func large(_ number: Slide.Number, step: Int, isLong: Bool) -> String {
    let size = isLong ? " long" : ""
    return built(
      "div",
      "<div class=\"big\(size)\">\(escaped(number.text))</div><div class=\"of\">\(inline(number.caption))</div>",
      step: step)
  }

  /// An element that appears at a step; what is there from the beginning has step 0.
  private func built(_ tag: String, _ inner: String, step: Int) -> String {
    "<\(tag)\(step > 0 ? " data-step=\"\(step)\"" : "")>\(inner)</\(tag)>"
  }

  /// Sets words apart; what is not there is an error.
  private func marked(_ html: String, _ slide: Slide, _ written: (String) -> String) throws
    -> String
  {
    try slide.marks.reduce(html) { html, words in
      let words = written(words)
      guard html.contains(words) else {
        throw SentenceError(
          "\(slide.place): `mark: \(plain(words))` is not in what the slide shows")
      }
      return html.replacing(words, with: "<mark>\(words)</mark>")
    }
  }

  private func colored(_ text: String) -> String {
    // Links would lead out of a file that is passed around alone.
    code.html(text, links).replacing(#/<a [^>]*>|<\/a>/#, with: "")
  }

  /// One paragraph of Markdown without the paragraph.
  private func inline(_ text: String) -> String {
    Markdown.html(text).replacing(#/^<p>|<\/p>\s*$/#, with: "")
  }
}
