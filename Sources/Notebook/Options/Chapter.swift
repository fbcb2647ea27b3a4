import Datasets
import Files
import Foundation

/// What a chapter is: for its help, for the first lines of a run, and for the places of its files.
///
///     let about = Chapter(2, "A simple residual block", abstract: "…", next: "…", takes: "40 seconds", epochs: 10)
public struct Chapter: Sendable {
  var name = "chapter"
  var title = ""
  var abstract = ""
  var next = ""
  var time = ""
  var quick: String?
  var full: String?
  var folder = "Chapter"
  var epochs: Int?
  var batchSize: Int?
  var datasets: [DatasetName] = []
  var checkpoints = false
  var ending: Ending?
  var package = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)

  /// The chapter whose options are being read.
  ///
  /// ArgumentParser makes help from types, not from values, so this is how a value gets there.
  @TaskLocal static var current = Chapter()

  private init() {}

  /// - Parameters:
  ///   - number: its place in the book.
  ///   - title: its name, as on its page.
  ///   - abstract: what it is about, in a sentence.
  ///   - next: what a reader may do after it, for the last line of a run.
  ///   - time: how long a run takes on two cores with AVX-512.
  ///   - quick: what `--quick` does instead, and how long; without it the option is refused.
  ///   - full: likewise for `--full`.
  ///   - epochs: the default number of epochs; `nil` if no net is trained.
  ///   - batchSize: the default batch size.
  ///   - datasets: what it reads by default; empty if it needs no data.
  ///   - checkpoints: whether it keeps its net in a file, see `Checkpoints`.
  ///   - file: a source file of the chapter, in whose package figures and data sets are kept.
  public init(
    _ number: Int, _ title: String, abstract: String, next: String, takes time: String,
    quick: String? = nil,
    full: String? = nil, epochs: Int? = nil, batchSize: Int? = nil, datasets: [DatasetName] = [],
    checkpoints: Bool = false, file: String = #filePath
  ) {
    (name, folder) = ("chapter\(number)", "Chapter\(number)")
    self.title = "Chapter \(number). \(title)"
    (self.abstract, self.next) = (abstract, next)
    (self.time, self.quick, self.full) = (time, quick, full)
    (self.epochs, self.batchSize) = (epochs, batchSize)
    (self.datasets, self.checkpoints) = (datasets, checkpoints)
    if let root = packageRoot(above: file) { package = root }
  }
}

extension Chapter {
  /// The folder for the figures of a run: one that git ignores, since those of the book are `weave`'s.
  var figures: Path { path("Figures/Runs/\(folder)") }

  /// The page with the chapter's text, figures and output.
  var page: String { "Chapters/\(folder)/README.md" }

  func path(_ name: String) -> Path {
    Path(package.appending(path: name), shown: name)
  }
}
