import Sentences

/// Lists of links from page to page.
extension Template {
  /// The contents in the sidebar, with the sections of the current page.
  func sidebar(at current: Int?, up: String) -> String {
    let entries = leaves.enumerated().map { number, leaf in
      let part = leaf.item.part.map { "<li class=\"part\">\(escaped($0))</li>" } ?? ""
      let sections =
        number != current || leaf.sections.isEmpty
        ? ""
        : "<ol>"
          + leaf.sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }.joined()
          + "</ol>"
      let here = number == current ? " class=\"here\" aria-current=\"page\"" : ""
      return part
        + "<li\(here)><a href=\"\(up)\(leaf.item.file)\">\(leaf.name)</a>\(sections)</li>"
    }
    return "<ol>" + entries.joined()
      + "<li class=\"part\">More</li><li><a href=\"\(up)source/index.html\">All files</a></li>"
      + "<li><a href=\"\(up)print.html\">Everything, for printing</a></li></ol>"
  }

  /// The list of all pages, part by part, on the first page.
  var contentsList: String {
    let entries = leaves.map { leaf in
      (leaf.item.part.map { "<li class=\"part\">\(escaped($0))</li>" } ?? "")
        + (leaf.item.file == "index.html"
          ? "" : "<li><a href=\"\(leaf.item.file)\">\(leaf.title)</a></li>")
    }
    return "<ol class=\"contents\">" + entries.joined() + "</ol>"
  }

  /// Links to the previous and the next page.
  func pager(_ number: Int) -> String {
    func link(_ way: String, _ word: String, to number: Int) -> String {
      guard leaves.indices.contains(number) else { return "<span></span>" }
      let leaf = leaves[number]
      return "<a rel=\"\(way)\" href=\"\(leaf.item.file)\"><small>\(word)</small>\(leaf.name)</a>"
    }
    return "<nav class=\"pager\" aria-label=\"Before and after\">"
      + link("prev", "Before", to: number - 1) + link("next", "Next", to: number + 1) + "</nav>"
  }

  /// The command that runs a chapter, and links to its source and its slides.
  func tools(_ leaf: Leaf) -> String {
    guard let chapter = leaf.item.chapter else { return "" }
    let source = leaf.html.links.places["Chapters/Chapter\(chapter)/main.swift"]!
    return "<p class=\"tools\"><code>swift run chapter\(chapter)</code>"
      + "<a href=\"\(source)\">main.swift</a>"
      + "<a href=\"chapter\(chapter)-slides.html\">Slides</a></p>"
  }

  /// A source file as a page; each line is an element, so that links can lead to it.
  func source(_ path: String, _ code: String) -> String {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    let body = lines.map { "<span class=\"line\" id=\"L\($0 + 1)\">\($1)\n</span>" }.joined()
    let name = path.replacing("/", with: "/<wbr>")
    return "<section class=\"row source\"><div class=\"prose\"><h1>\(name)</h1></div>"
      + "<div class=\"cells\"><div class=\"code\"><button class=\"copy\">Copy</button>"
      + "<pre><code>\(body)</code></pre></div></div></section>"
  }

  /// All files by module, each with its summary.
  func sourceList(_ groups: [String: [SourceFile]]) -> String {
    let lists = groups.sorted { $0.key < $1.key }.map { group, files in
      "<h2 id=\"\(anchor(group))\">\(group)</h2><dl class=\"files\">"
        + files.map { file in
          "<dt><a href=\"../\(file.file)\">\(file.path.dropFirst(group.count + 1))</a></dt>"
            + "<dd>\(Markdown.html(file.idea))</dd>"
        }.joined() + "</dl>"
    }
    return "<section class=\"row wide\"><div class=\"prose\"><h1>All files</h1>" + lists.joined()
      + "</div></section>"
  }

  /// A deck as one self-contained file.
  func deck(_ title: String, _ slides: String, nightRules: Set<String>) throws -> String {
    let math = slides.contains("class=\"math") ? try KaTeX.inlined() : nil
    let styles = try ["colors.css", "deck.css"].map(Asset.text) + [Figure.nightSheet(nightRules)]
    let scripts = try ["deck.js", "speaker.js"].map(Asset.text)
    return document(
      title: "\(plain(title)) · slides",
      head: """
        <style>\((styles + [math?.style ?? ""]).joined(separator: "\n"))</style>
        <script>\(try Asset.text("theme.js"))</script>
        """,
      body: """
        \(slides)
        <footer class="count" aria-live="polite"></footer>
        <script>\(([math?.script ?? ""] + scripts).joined(separator: "\n"))</script>
        """)
  }
}
