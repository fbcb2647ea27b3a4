/// The table of contents, as `Chapters/Book/contents.txt` lists it.
///
/// Each line names a page: `Chapter3` is a chapter's woven page, any other word a Markdown file of
/// that folder, so `tape` is `tape.md`. A line that begins with `#` is the title of the part below it.
/// The page called `start` is the one the book opens with.
struct Contents {
  struct Item {
    /// The title of the part that begins with this page, if one does.
    var part: String?
    let name: String

    /// The number of the chapter whose page this is; `nil` for any other page.
    var chapter: Int? { name.hasPrefix("Chapter") ? Int(name.dropFirst(7)) : nil }

    /// The Markdown file it is made from.
    var path: String {
      chapter == nil ? "Chapters/Book/\(name).md" : "Chapters/\(name)/README.md"
    }

    /// The name of its HTML file.
    var file: String { name == "start" ? "index.html" : name.lowercased() + ".html" }
  }

  private(set) var items: [Item] = []

  init(_ text: String) {
    var part: String?
    for line in text.split(separator: "\n") {
      let words = String(line.drop { $0 == "#" || $0 == " " })
      if line.hasPrefix("#") {
        part = words
      } else if !words.isEmpty {
        items.append(Item(part: part, name: words))
        part = nil
      }
    }
  }
}
