import Foundation

/// Whether a chapter's page shows its current source, and the figures of the run that it shows.
extension Repository {
  /// Why a chapter's page must be woven again, as a sentence; `nil` if it shows the current prose, code,
  /// quoted files and ending, and its figures are those it was woven with.
  package func staleness(_ chapter: Int) throws -> String? {
    let folder = "Chapters/Chapter\(chapter)"
    guard exists("\(folder)/README.md") else { return "\(folder)/README.md is missing" }
    let page = Page(markdown: try text("\(folder)/README.md"))
    guard try page.isWritten(like: Page(source(of: chapter)) { try text($0) }) else {
      return "its source has changed"
    }
    guard try page.isSigned(with: ending(of: chapter), exercises: exercises(of: chapter)) else {
      return "its Ending.swift or its exercises have changed"
    }
    return try staleFigure(of: page, chapter)
  }

  /// Which figure of a chapter is not one that its page was woven with, as a sentence.
  func staleFigure(of page: Page, _ chapter: Int) throws -> String? {
    let folder = "Figures/Chapter\(chapter)"
    var figures: [String: Data] = [:]
    for file in exists(folder) ? try files(in: folder) : [] {
      figures[String(file.dropFirst(folder.count + 1))] = try Data(contentsOf: self.file(file))
    }
    return FigureDigests(figures).difference(from: page.digests).map { "\(folder)/\($0)" }
  }
}
