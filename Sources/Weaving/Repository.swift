import Files
import Foundation
import Sentences

/// A checkout of this repository; files are named by their paths from the folder of `Package.swift`.
package struct Repository: Sendable {
  package let root: URL

  package init(root: URL) { self.root = root }

  /// The repository that this program was compiled from, if it still lies there; else the current folder.
  package static let own = Repository(
    root: packageRoot(above: #filePath)
      ?? URL(filePath: FileManager.default.currentDirectoryPath))

  package func file(_ path: String) -> URL { root.appending(path: path) }

  func text(_ path: String) throws -> String {
    do {
      return try String(contentsOf: file(path), encoding: .utf8)
    } catch {
      throw SentenceError("\(path) cannot be read as text; it should be a file of this repository")
    }
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: file(path).path)
  }

  /// The files below a folder, at any depth, sorted by path; hidden ones are left out.
  func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: file(folder).path)
      .filter { !$0.contains("/.") && !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// The numbers of the chapters, ascending.
  package func chapters() throws -> [Int] {
    guard exists("Package.swift"), exists("Chapters") else {
      throw SentenceError(
        "\(root.path) is not the folder of this package, with Package.swift and Chapters")
    }
    return try FileManager.default.contentsOfDirectory(atPath: file("Chapters").path)
      .compactMap { $0.hasPrefix("Chapter") ? Int($0.dropFirst(7)) : nil }.sorted()
  }
}
