import Files
import Foundation
import Sentences

/// The folders that are searched for data sets, and the one for downloads.
struct DataDirectory {
  /// The folder given on the command line, if any.
  let explicit: String?

  /// The folder named by the environment variable `DATASETS_ROOT`, if any.
  let fromEnvironment: String?

  /// The folder `.data` of this package, the default.
  let standard: String

  init(
    explicit: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    standard: String = Self.standard
  ) throws {
    if let explicit, !isFolder(explicit) {
      let found = isFile(explicit) ? "is a file" : "does not exist"
      throw SentenceError("The data folder \(explicit) \(found); wanted is a folder")
    }
    self.explicit = explicit
    fromEnvironment = environment["DATASETS_ROOT"].flatMap { $0.isEmpty ? nil : $0 }
    self.standard = standard
  }

  /// The folders to search, in order.
  var searched: [String] {
    [explicit, fromEnvironment, standard].compactMap(\.self)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The folder for downloads.
  var destination: String { explicit ?? standard }

  /// That a set is in none of some folders, with what was seen in each.
  ///
  /// - Parameter asks: whether it also says which files are wanted.
  func sentence(_ set: OfficialSet, _ passed: [PassedFolder], asks: Bool = false) -> String {
    let reasons = passed.flatMap { folder in
      let isNamed = folder.path == fromEnvironment && folder.path != explicit
      return folder.reasons.map { "\n  \(isNamed ? "DATASETS_ROOT: " : "")\($0)" }
    }
    let names = set.files.map(\.name).joined(separator: ", ")
    return "\(set.title) was not found:" + reasons.joined()
      + (asks
        ? "\nWanted are \(names), gzipped or not, in such a folder or its folder \(set.folder)."
        : "")
  }

  /// `.data` beside the `Package.swift` this source belongs to, else in the current folder.
  ///
  /// The source may be gone when the program runs: it can be installed elsewhere.
  private static let standard =
    (packageRoot(above: #filePath)?.path ?? FileManager.default.currentDirectoryPath) + "/.data"
}
