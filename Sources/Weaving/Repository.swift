import Foundation

/// The folder that holds `Package.swift`, whose files are named by their paths from there.
public struct Repository: Sendable {
  public let root: URL

  public init(root: URL) { self.root = root }

  func file(_ path: String) -> URL { root.appending(path: path) }

  func text(_ path: String) throws -> String {
    do {
      return try String(contentsOf: file(path), encoding: .utf8)
    } catch {
      throw Trouble("\(path) cannot be read as text; it should be a file of this repository")
    }
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: file(path).path)
  }

  /// The files below a folder, by their paths from the top, in order.
  func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: file(folder).path)
      .filter { !$0.contains("/.") && !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// The chapters there are, by the numbers of their folders.
  public func chapters() throws -> [Int] {
    try FileManager.default.contentsOfDirectory(atPath: file("Chapters").path)
      .compactMap { $0.hasPrefix("Chapter") ? Int($0.dropFirst(7)) : nil }.sorted()
  }
}
