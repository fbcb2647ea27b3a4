import Sentences

/// A chapter as slides: those that its comments describe, in the order of its page.
///
/// Slides stand beside the code they are about, in `main.swift` and in its parts. Where `main.swift` is full
/// they stand in `Slides.swift`, below the heading of their section, and follow those beside the code.
package struct Deck {
  let chapter: Int
  let slides: [Slide]

  var file: String { "chapter\(chapter)-slides.html" }

  /// - Throws: `SentenceError` with file and line, if something that a slide shows is not on the page.
  package init(of chapter: Int, in repository: Repository) throws {
    let folder = "Chapters/Chapter\(chapter)"
    let page = Page(markdown: try repository.text("\(folder)/README.md"))
    let more = "\(folder)/Slides.swift"
    let apart = repository.exists(more) ? try readCells(repository.text(more), more) : []
    try self.init(
      of: chapter, cells: repository.source(of: chapter).cells, apart: apart,
      Findings(page, path: "\(folder)/README.md"), exists: repository.exists)
  }

  init(
    of chapter: Int, cells: [ChapterSource.Cell], apart: [ChapterSource.Cell] = [],
    _ findings: Findings, exists: (String) -> Bool
  ) throws {
    self.chapter = chapter
    var placed = Self.placed(cells)
    let titles = placed.map(\.title)
    for (title, slides) in Self.placed(apart) where !slides.isEmpty {
      guard let place = titles.firstIndex(of: title) else {
        throw SentenceError(
          "\(slides[0].place): the chapter has no section \"\(title)\" to put this slide into")
      }
      placed[place].slides += slides
    }
    slides = try placed.flatMap { section in
      try section.slides.map { annotation in
        try withoutActuallyEscaping(exists) { exists in
          try SlideReader(
            annotation: annotation, section: section.title, findings: findings,
            figures: "Figures/Chapter\(chapter)", exists: exists
          ).slide()
        }
      }
    }
  }

  /// The slides by the section they stand in, in the order of the page.
  private static func placed(_ cells: [ChapterSource.Cell]) -> [(
    title: String, slides: [Annotation]
  )] {
    var sections = [(title: "", slides: [Annotation]())]
    for cell in cells {
      for match in cell.prose.matches(of: #/^## (.+)$/#.anchorsMatchLineEndings()) {
        sections.append((String(match.1), []))
      }
      sections[sections.count - 1].slides += cell.slides
    }
    return sections
  }
}
