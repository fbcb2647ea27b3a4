import Foundation
import Sentences

/// Runs chapters and writes their pages.
///
/// Page and figures are those of one complete run without options. They are replaced together, after the
/// chapter has finished; if it fails or is interrupted, the old ones stay.
package struct Weaver {
  let repository: Repository

  package init(_ repository: Repository) { self.repository = repository }

  /// Compiles the marked copies of the chapters, and copies the programs to a folder of their own, so that
  /// a build of the originals in the meantime does not replace them.
  package func build(_ numbers: [Int]) throws {
    try MarkedCopy(repository: repository).write()
    let programs = repository.file(Self.programs)
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    for name in numbers.map({ "chapter\($0)" }) {
      let (log, status) = try Child.run(
        ["swift", "build", "--product", name], in: repository.root,
        ["WOVEN_CHAPTERS": MarkedCopy.folder])
      guard status == 0 else {
        let said = log.replacing(MarkedCopy.folder + "/", with: "Chapters/")
        throw SentenceError("\(name) does not compile:\n\(said)")
      }
      let program = programs.appending(path: name)
      try? FileManager.default.removeItem(at: program)
      try FileManager.default.copyItem(at: repository.file(".build/debug/\(name)"), to: program)
    }
  }

  private static let programs = ".build/woven/programs"

  /// Runs a chapter that `build` compiled, and writes `Chapters/ChapterN/README.md` and its figures.
  package func weave(_ number: Int) throws {
    let (name, files) = ("Chapter\(number)", FileManager.default)
    let figures = ".build/woven/Figures/\(name)"
    try? files.removeItem(at: repository.file(figures))
    try files.createDirectory(at: repository.file(figures), withIntermediateDirectories: true)
    let source = try repository.source(of: number)
    let printed = Printed(
      try run(number, source, figures: figures), figures: "../../Figures/\(name)")
    if let drawn = printed.figures.first(where: { $0.hasPrefix("drawn-") }) {
      throw SentenceError(
        "\(name) wrote \(drawn): it found no data set and used digits that it drew itself; "
          + "the page shows results on a data set, so it was left as it was")
    }
    var drawings: [String: Data] = [:]
    for figure in printed.figures {
      for name in [figure] + FigureVersion.names(of: figure) {
        let path = "\(figures)/\(name)"
        if name == figure || repository.exists(path) {
          drawings[name] = try Data(contentsOf: repository.file(path))
        }
      }
    }
    var page = try Page(source, printed) { try repository.text($0) }
    page.digests = FigureDigests(drawings)
    try page.signEnding(with: repository.ending(of: number))
    try page.end(withExercises: repository.exercises(of: number))
    try Publication(repository: repository, name: name).publish(page, drawings)
    try KeptWeights(repository: repository).keep(number)
  }

  private func run(_ number: Int, _ source: ChapterSource, figures: String) throws -> String {
    let (printed, status) = try Child.run(
      ["\(Self.programs)/chapter\(number)", "--figures", figures]
        + KeptWeights(repository: repository).options(for: number), in: repository.root,
      [
        "WOVEN_CHAPTERS": MarkedCopy.folder, "NO_COLOR": "1", "FORCE_COLOR": "",
        "CLICOLOR_FORCE": "", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "KERNELS": "",
      ])
    guard status == 0 else {
      let last = printed.matches(of: #/\x{1E}cell\t(\d+)/#).last.flatMap { Int($0.1) } ?? 0
      let cell = source.cells[last]
      let words = printed.split(separator: "\n").suffix(5).joined(separator: "\n")
      throw SentenceError(
        "\(cell.path):\(cell.line): the chapter stopped with "
          + "status \(status) in the cell that begins here; its page was left as it was. "
          + "Its last lines:\n\(words)")
    }
    return printed
  }
}
