import Foundation

/// What the search looks through: for each section where it is, what it is called and what it says.
///
/// It is a script rather than data, because a page that was opened from a disk may not fetch.
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
  /// What a reader may look for, as plain text.
  fileprivate var searchable: String {
    switch self {
    case .prose(let text):
      // Of a link only the words; of a table only the cells.
      text.replacing(#/\]\([^)]*\)/#, with: "").replacing(#/\|[-: |]*/#, with: " ")
        .filter { !"`*[".contains($0) }
    case .code(let text), .output(let text): text.replacing("\n", with: " \n ")
    case .table(let rows): rows.replacing("|", with: " ").replacing("---", with: "")
    case .source(let path, let text): path + " " + text.replacing("\n", with: " ")
    case .figure(_, let title, let caption): title + " " + caption
    }
  }
}
