/// Rewrites the links of one page so that they lead to the book's copy of a file where there is one.
struct Links {
  /// The HTML file of each file in the book: `Chapters/Chapter3/README.md` is `chapter3.html`.
  let places: [String: String]
  /// The folder that relative links on this page start from.
  let folder: String
  /// The relative path from this page to the top of the book, such as `../`.
  var up = ""

  /// Rewrites links to files, and links `.swift` files that are named in code.
  func applied(to html: String) -> String {
    let linked = html.replacing(#/(href|src)="([^"#:]+)(#[^"]*)?"/#) { match -> String in
      let path = resolved(String(match.2))
      let target = places[path].map { up + $0 } ?? "\(up)../../\(path)"
      return "\(match.1)=\"\(target)\(match.3 ?? "")\""
    }
    return linked.replacing(#/<code>([\w./]+\.swift)</code>/#) { match -> String in
      guard let place = place(ofNamed: String(match.1)) else { return String(match.0) }
      return "<a href=\"\(up)\(place)\">\(match.0)</a>"
    }
  }

  /// A file that prose names relative to the page, relative to `Sources`, or by an unambiguous end of its path.
  private func place(ofNamed name: String) -> String? {
    for path in [resolved(name), name, "Sources/" + name] {
      if let place = places[path] { return place }
    }
    let ending = places.filter { $0.key.hasSuffix("/" + name) }
    return ending.count == 1 ? ending.first!.value : nil
  }

  /// The path from the top of the repository, given one relative to the page's folder.
  func resolved(_ path: String) -> String {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
