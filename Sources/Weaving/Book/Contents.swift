/// What the book consists of, in order, as `Chapters/Book/contents.txt` lists it.
///
/// Each line names a page: `Chapter3` is a chapter's woven page, any other word a Markdown file of
/// that folder, so `tape` is `tape.md`. A line that begins with `#` is the title of the part below it.
/// The page called `start` is the one the book opens with.
struct Contents {
  struct Item {
    /// The part it opens, if it is the first of one.
    var part: String?
    let name: String

    /// The chapter's number, of a woven page.
    var chapter: Int? { name.hasPrefix("Chapter") ? Int(name.dropFirst(7)) : nil }

    /// The Markdown it is made from, from the top of the repository.
    var path: String {
      chapter == nil ? "Chapters/Book/\(name).md" : "Chapters/\(name)/README.md"
    }

    /// The file it becomes in the book.
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
