import Foundation
import Sentences

/// Writes the files of the book into a folder, which then replaces the previous book.
struct Site {
  private let folder: URL
  private let template: Template
  private var hasFormulas = false

  init(_ folder: URL, _ template: Template) throws {
    (self.folder, self.template) = (folder, template)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "source"), withIntermediateDirectories: true)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  mutating func add(_ leaf: Leaf, at number: Int) throws {
    if leaf.body.contains("class=\"math") { hasFormulas = true }
    var body = leaf.body
    if leaf.item.file == "index.html" {
      let list = template.contentsList
      body =
        body.contains("<!-- contents -->")
        ? body.replacing("<!-- contents -->", with: list)
        : body + "<section class=\"row\"><div class=\"prose\">\(list)</div></section>"
    }
    try write(
      template.page(title: leaf.title, at: number, body: template.tools(leaf) + body),
      to: leaf.item.file)
  }

  /// All pages in one file, for printing.
  func addPrinted(_ leaves: [Leaf]) throws {
    let body = leaves.map { "<article class=\"chapter\">\($0.body)</article>\n" }.joined()
    try write(
      template.page(title: "All pages, for printing", body: body, isPlain: true), to: "print.html")
  }

  func add(_ source: SourceFile, _ parts: Parts) throws {
    let folder = source.path.split(separator: "/").dropLast().joined(separator: "/")
    let links = parts.links(from: folder, up: "../")
    let code =
      source.path.hasSuffix(".swift")
      ? parts.code.html(source.text, links, from: source.path) : escaped(source.text)
    try write(
      template.page(
        title: source.path, up: "../",
        body: Chinese.marked(in: template.source(source.path, code))),
      to: source.file)
  }

  func addSourceList(_ parts: Parts) throws {
    let groups = Dictionary(grouping: parts.sources) { source in
      source.path.split(separator: "/").prefix(2).joined(separator: "/")
    }
    try write(
      template.page(title: "All files", up: "../", body: template.sourceList(groups)),
      to: "source/index.html")
  }

  func addSearchIndex(_ leaves: [Leaf], _ sources: [SourceFile]) throws {
    try write(SearchIndex(leaves, sources).script, to: "search-index.js")
  }

  func addDeck(of leaf: Leaf, _ chapter: Int, _ parts: Parts) throws {
    let deck = try Deck(of: chapter, in: parts.repository)
    let slides = SlideHTML(
      code: parts.code, links: leaf.html.links, figure: parts.figures.figure, chapter: chapter)
    try write(
      template.deck(leaf.title, try slides.html(deck), nightRules: parts.figures.rules),
      to: deck.file)
  }

  /// The style sheet and the scripts of the labs that the pages have, and the weights they may ask for.
  func addLabs(of leaves: [Leaf], _ parts: Parts) throws {
    let labs = leaves.flatMap { leaf in
      leaf.page.blocks.compactMap { if case .lab(let lab) = $0 { lab } else { nil } }
    }
    if labs.isEmpty { return }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "live/labs"), withIntermediateDirectories: true)
    try write(Asset.text("live/live.css"), to: "live/live.css")
    guard case .built(let script) = parts.engine else { return }
    try write(script, to: PageEngine.scripts[0])
    for lab in labs {
      guard let script = parts.weights.script(for: lab.name) else { continue }
      try write(try parts.weights.text(for: lab.name), to: script)
    }
    for asset in PageEngine.scripts.dropFirst() + labs.map({ "live/labs/\($0.name).js" }) {
      try write(Asset.text(asset), to: asset)
    }
  }

  func addAssets(nightRules: Set<String>) throws {
    for asset in ["book.css", "colors.css", "print.css", "theme.js", "book.js", "search.js"] {
      try write(try Asset.text(asset), to: asset)
    }
    try write(Figure.nightSheet(nightRules), to: "figures.css")
    if hasFormulas { try KaTeX.copy(to: folder.appending(path: "katex")) }
  }

  /// Replaces the previous book with the finished one.
  func replace(_ old: URL) throws -> URL {
    let files = FileManager.default
    let aside = old.appendingPathExtension("old")
    try? files.removeItem(at: aside)
    if files.fileExists(atPath: old.path) { try files.moveItem(at: old, to: aside) }
    try files.moveItem(at: folder, to: old)
    try? files.removeItem(at: aside)
    return old
  }
}
