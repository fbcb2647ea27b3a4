import Sentences

/// One page of the book, rendered, with what other pages show of it: title and sections.
struct Leaf {
  let item: Contents.Item
  let page: Page
  let html: BlockHTML
  /// As HTML.
  let title: String
  /// The title in lists of pages.
  var name: String { item.file == "index.html" ? "Start" : title }
  let body: String
  let sections: [(id: String, title: String)]

  init(_ item: Contents.Item, _ parts: Parts) throws {
    self.item = item
    let repository = parts.repository
    guard repository.exists(item.path) else {
      let remedy = item.chapter.map { "swift run weave --chapter \($0) writes it" }
      throw SentenceError(
        "\(item.path) is not there, but Chapters/Book/contents.txt has it; "
          + (remedy ?? "take it out of that list, or write it"))
    }
    let woven = Page(markdown: try repository.text(item.path))
    if let chapter = item.chapter, let problem = try repository.staleFigure(of: woven, chapter) {
      throw SentenceError(
        "\(problem); swift run weave --chapter \(chapter) weaves page and figures together")
    }
    page = Page(
      try woven.blocks.flatMap { block in
        guard case .prose(let text) = block else { return [block] }
        return try blocks(ofProse: text) { try repository.text($0) }
      })
    let folder = item.path.split(separator: "/").dropLast().joined(separator: "/")
    html = BlockHTML(
      code: parts.code, links: parts.links(from: folder), engine: parts.engine,
      unfolds: item.chapter == nil,
      figure: parts.figures.figure, phone: parts.figures.phone,
      still: parts.figures.still, weights: { parts.weights.script(for: $0.name) })
    body = Chinese.marked(in: try html.rows(page))
    title = headings(body, "h1").first?.title ?? item.name
    sections = headings(body, "h2")
  }
}

private func headings(_ html: String, _ tag: String) -> [(id: String, title: String)] {
  html.components(between: "<\(tag) id=\"", and: "</\(tag)>").map { piece in
    let id = piece.prefix { $0 != "\"" }
    return (String(id), String(piece.dropFirst(id.count + 2)))
  }
}

extension String {
  /// The text between each `start` and the next `end`.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    ranges(of: start).compactMap { head in
      self[head.upperBound...].firstRange(of: end).map { self[head.upperBound..<$0.lowerBound] }
    }
  }
}
