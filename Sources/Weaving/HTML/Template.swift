import Sentences

/// The HTML around the text of a page: header bar, sidebar, links to the next page.
struct Template {
  static let bookTitle = "Residual networks, chapter by chapter"
  let leaves: [Leaf]
  let engine: PageEngine

  init(_ leaves: [Leaf], _ engine: PageEngine) { (self.leaves, self.engine) = (leaves, engine) }

  /// - Parameters:
  ///   - title: as HTML.
  ///   - number: the index of its leaf, if it has one.
  ///   - up: the relative path from this page to the top of the book.
  ///   - isPlain: whether contents, search and buttons are left out.
  func page(
    title: String, at number: Int? = nil, up: String = "", body: String, isPlain: Bool = false
  ) -> String {
    let name = plain(title)
    let frame =
      isPlain
      ? "<main>\(body)</main>"
      : """
      \(bar(up))
      <div class="page">
      <nav class="sidebar" aria-label="Contents">\(sidebar(at: number, up: up))</nav>
      <main id="main">\(body)\(number.map(pager) ?? "")</main>
      </div>
      <dialog id="large" aria-label="Figure"></dialog>
      """
    return document(
      title: name == Self.bookTitle ? name : "\(name) · \(Self.bookTitle)", head: head(up, body),
      body: "\(frame)\n\(scripts(up, body))\(isPlain ? "" : labScripts(body))")
  }

  /// A complete HTML file.
  ///
  /// - Parameter title: as plain text.
  func document(title: String, head: String, body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    \(head)
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private func head(_ up: String, _ body: String) -> String {
    let sheets =
      (needsKaTeX(body) ? ["katex/katex.min.css"] : [])
      + ["colors.css", "figures.css", "book.css"]
      + (body.contains("data-lab=") ? ["live/live.css"] : [])
      + ["print.css"]
    return sheets.map { "<link rel=\"stylesheet\" href=\"\(up)\($0)\">" }.joined(separator: "\n")
      + "\n<script src=\"\(up)theme.js\"></script>"
  }

  private func scripts(_ up: String, _ body: String) -> String {
    let names =
      (needsKaTeX(body) ? ["katex/katex.min.js"] : [])
      + ["search-index.js", "search.js", "book.js"]
    return names.map { "<script src=\"\(up)\($0)\" data-up=\"\(up)\"></script>" }
      .joined(separator: "\n")
  }

  /// What runs the labs of a page.
  private func labScripts(_ body: String) -> String {
    let labs = body.matches(of: #/ data-lab="([^"]+)"/#).map { "live/labs/\($0.1).js" }
    guard case .built = engine, !labs.isEmpty else { return "" }
    return (PageEngine.scripts + labs).map { "\n<script src=\"\($0)\"></script>" }.joined()
  }

  private func needsKaTeX(_ body: String) -> Bool {
    KaTeX.isInstalled && body.contains("class=\"math")
  }

  private func bar(_ up: String) -> String {
    """
    <a class="skip" href="#main">To the text</a>
    <header class="bar">
    <button id="menu" aria-label="Contents" aria-expanded="false">\(Icon.menu)</button>
    <a class="home" href="\(up)index.html">\(Self.bookTitle)</a>
    <div class="search"><input id="query" type="search" placeholder="Search  /" aria-label="Search" \
    autocomplete="off"><div id="hits" hidden></div></div>
    <button id="theme" title="Light or dark (t)" aria-label="Light or dark">\(Icon.theme)</button>
    </header>
    """
  }
}

/// The icons of the header bar.
enum Icon {
  static let menu = drawn(#"<path d="M4 7h16M4 12h16M4 17h16"/>"#)
  static let theme = drawn(
    #"<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>"#
  )

  private static func drawn(_ path: String) -> String {
    #"<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" "#
      + #"stroke-width="1.8" aria-hidden="true">\#(path)</svg>"#
  }
}
