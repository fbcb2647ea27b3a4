extension Repository {
  /// Whether a chapter's page still shows the text, the code and the quoted files as they are.
  public func isFresh(_ chapter: Int) throws -> Bool {
    let folder = "Chapters/Chapter\(chapter)"
    guard exists("\(folder)/README.md") else { return false }
    let page = Page(markdown: try text("\(folder)/README.md"))
    let source = ChapterSource(try text("\(folder)/main.swift"))
    return try page.isWritten(like: Page(source) { try text($0) })
  }
}
