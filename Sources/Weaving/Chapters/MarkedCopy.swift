import Files
import Foundation

/// A copy of all chapters whose programs mark the output of each cell (see `ChapterSource.marked`).
///
/// `Package.swift` builds the chapters from the folder named by the environment variable
/// `WOVEN_CHAPTERS`, so the copy is compiled by the same rules, against the same libraries.
struct MarkedCopy {
  static let folder = ".build/woven/Chapters"
  let repository: Repository

  /// Updates the copy; unchanged files are not rewritten, so that they are not compiled again.
  func write() throws {
    var marked: [String: String] = [:]
    for number in try repository.chapters() {
      marked.merge(try repository.source(of: number).marked) { $1 }
    }
    for path in try repository.files(in: "Chapters") {
      let file = repository.file(path)
      let copy = repository.file(".build/woven/" + path)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        continue
      }
      let data = try marked[path].map { Data($0.utf8) } ?? Data(contentsOf: file)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      if (try? Data(contentsOf: copy)) != data { try replace(copy, with: data) }
    }
  }
}
