/// Where the files of the repository are in the book, for the links of one page.
struct Links {
  /// The book's file for each file that has one: `Chapters/Chapter3/README.md` is `chapter3.html`.
  let places: [String: String]
  /// The folder that links on this page start from.
  let folder: String
  /// The way from this page to the book's top.
  var up = ""

  /// Lets links to files, and files named in code, lead to their place in the book.
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

  /// A file as prose names it: from the page's folder, from `Sources`, or by the end of its path.
  private func place(ofNamed name: String) -> String? {
    for path in [resolved(name), name, "Sources/" + name] {
      if let place = places[path] { return place }
    }
    let ending = places.filter { $0.key.hasSuffix("/" + name) }
    return ending.count == 1 ? ending.first!.value : nil
  }

  /// A path from the top of the repository, of one that begins in the page's folder.
  func resolved(_ path: String) -> String {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
