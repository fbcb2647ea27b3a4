/// A page of the book as a sequence of blocks.
package struct Page: Equatable {
  package enum Block: Equatable {
    case prose(String)
    /// A cell's code.
    case code(String)
    /// Text that a cell printed.
    case output(String)
    /// A table that a cell printed, as Markdown.
    case table(String)
    /// A file of the repository, quoted whole.
    case source(path: String, text: String)
    /// A figure; the path is relative to the page's folder.
    case figure(path: String, title: String, caption: String)
    /// A place where the engine answers to what a reader does.
    case lab(Lab)
    /// The sections that end a chapter, as Markdown, and the digest of the file they came from.
    case ending(String, source: String = "")
  }

  package var blocks: [Block]
  /// Which figures it was woven with.
  package var digests = FigureDigests()

  package init(_ blocks: [Block]) { self.blocks = blocks }
}

extension Page {
  /// Whether two pages have the same prose, code and quoted files, regardless of output.
  package func isWritten(like other: Page) -> Bool {
    written == other.written
  }

  private var written: [Block] {
    blocks.filter { block in
      switch block {
      case .prose, .code, .source, .lab: true
      case .output, .table, .figure, .ending: false
      }
    }
  }
}
