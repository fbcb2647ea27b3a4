import Sentences

/// Swift source as HTML, with syntax colors and links from names to their declarations.
struct ColoredCode {
  let declarations: Declarations

  /// - Parameter path: the file the code is from; by default the `main.swift` of the page's chapter.
  func html(_ code: String, _ links: Links, from path: String? = nil) -> String {
    let path = path ?? links.folder + "/main.swift"
    return Lexer.tokens(code).map { token in
      let text = escaped(token.text)
      // On source pages each line is an element, which a span must not cross.
      let span =
        !token.isColored
        ? text
        : text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? "" : "<span class=\"\(token.kind.rawValue)\">\($0)</span>" }
          .joined(separator: "\n")
      guard token.kind == .type || token.kind == .call,
        let place = declarations.place(of: token.text, usedIn: path),
        let page = links.places[place.path]
      else { return span }
      return "<a href=\"\(links.up)\(page)#L\(place.line)\">\(span)</a>"
    }.joined()
  }
}
