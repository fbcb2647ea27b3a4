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
  var searched: [String] { [explicit, fromEnvironment, standard].compactMap(\.self) }

  /// The folder for downloads.
  var destination: String { explicit ?? standard }

  /// `.data` beside the `Package.swift` this source belongs to, else in the current folder.
  ///
  /// The source may be gone when the program runs: it can be installed elsewhere.
  private static let standard =
    (packageRoot(above: #filePath)?.path ?? FileManager.default.currentDirectoryPath) + "/.data"
}
