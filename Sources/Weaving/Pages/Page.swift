/// A page of the book: what a reader sees, in order.
public struct Page: Equatable {
  public enum Block: Equatable {
    case prose(String)
    /// A cell's code.
    case code(String)
    /// What a cell printed.
    case output(String)
    /// A table that a cell printed, as Markdown.
    case table(String)
    /// A file of the repository, by its path from the top, as a whole.
    case source(path: String, text: String)
    /// A figure, by its path from the page's folder.
    case figure(path: String, title: String, caption: String)
  }

  public var blocks: [Block]

  public init(_ blocks: [Block]) { self.blocks = blocks }
}

extension Page {
  /// Whether two pages show the same text, code and quoted files, whatever was printed.
  public func isWritten(like other: Page) -> Bool {
    written == other.written
  }

  private var written: [Block] {
    blocks.filter { block in
      switch block {
      case .prose, .code, .source: true
      case .output, .table, .figure: false
      }
    }
  }
}
