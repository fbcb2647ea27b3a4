import Foundation

/// The search index: URL, page title, section title and text of every section.
///
/// It is a script, not JSON, because a page opened from the disk may not fetch files.
struct SearchIndex {
  private var records: [[String]] = []

  init(_ leaves: [Leaf], _ sources: [SourceFile]) {
    for leaf in leaves { add(leaf) }
    for source in sources {
      let name = source.path.split(separator: "/").last!
      records.append([source.file, source.path, String(name), source.idea])
    }
  }

  var script: String {
    let lines = records.map { String(decoding: try! JSONEncoder().encode($0), as: UTF8.self) }
    return "window.bookIndex = [\n" + lines.joined(separator: ",\n") + "\n];\n"
  }

  private mutating func add(_ leaf: Leaf) {
    let name = plain(leaf.title)
    var (title, url, text) = (name, leaf.item.file, "")
    func record() -> [String] { [url, name, title, text] }
    for line in leaf.page.blocks.map(\.searchable).joined(separator: "\n").split(separator: "\n") {
      if line.hasPrefix("## ") {
        records.append(record())
        title = String(line.dropFirst(3)).replacing("`", with: "")
        (url, text) = (leaf.item.file + "#" + anchor(title), "")
      } else if !line.hasPrefix("# ") {
        text += line + " "
      }
    }
    records.append(record())
  }
}

extension Page.Block {
  /// The plain text that the search looks through.
  fileprivate var searchable: String {
    switch self {
    case .prose(let text), .ending(let text, _):
      // Link targets and table rules are left out.
      text.replacing(#/<[^>]+>/#, with: "").replacing(#/\]\([^)]*\)/#, with: "").replacing(
        #/\|[-: |]*/#, with: " "
      )
      .filter { !"`*[".contains($0) }
    case .code(let text), .output(let text): text.replacing("\n", with: " \n ")
    case .table(let rows): rows.replacing("|", with: " ").replacing("---", with: "")
    case .source(let path, let text): path + " " + text.replacing("\n", with: " ")
    case .lab(let lab): lab.title + " " + lab.picture
    case .figure(_, let title, let caption): title + " " + caption
    }
  }
}
