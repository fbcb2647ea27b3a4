import Foundation

/// What the pages of the book share: contents, source files, declarations, figures, links.
struct Parts {
  let repository: Repository
  let contents: Contents
  let sources: [SourceFile]
  let code: ColoredCode
  let figures: FigureStore
  let engine: PageEngine
  var weights: KeptWeights { KeptWeights(repository: repository) }
  private let places: [String: String]

  init(_ repository: Repository, _ engine: PageEngine) throws {
    (self.repository, self.engine) = (repository, engine)
    contents = Contents(try repository.text("Chapters/Book/contents.txt"))
    sources = try ["Sources", "Chapters", "Tests/TestSupport"].flatMap(repository.files)
      .filter { path in [".swift", ".h", ".c"].contains { path.hasSuffix($0) } }
      .map { SourceFile(path: $0, text: try repository.text($0)) }
    code = ColoredCode(
      declarations: Declarations(
        sources.filter { $0.path.hasSuffix(".swift") }.map { ($0.path, $0.text) }))
    figures = FigureStore(repository)
    let pages = contents.items.map { ($0.path, $0.file) } + sources.map { ($0.path, $0.file) }
    places = Dictionary(pages, uniquingKeysWith: { first, _ in first })
  }

  /// The links of a page whose Markdown or source file is in this folder.
  func links(from folder: String, up: String = "") -> Links {
    Links(places: places, folder: folder, up: up)
  }
}

/// A source file, which has a page of its own in the book.
struct SourceFile {
  let path: String
  let text: String

  var file: String { "source/" + path.replacing("/", with: ".") + ".html" }

  /// The summary of its first documentation comment.
  var idea: String {
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("///") }
    let comment = lines.prefix { $0.hasPrefix("/// ") }.map { $0.dropFirst(4) }
    return comment.joined(separator: " ")
  }
}
