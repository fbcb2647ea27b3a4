import Foundation

/// A folder for one test, gone when the test has ended.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/datasets-test-" + UUID().uuidString
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making folders as needed, and gives its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) -> String {
    let url = URL(filePath: "\(path)/\(name)")
    try! FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try! Data(bytes).write(to: url)
    return url.path
  }

  /// The bytes of a file, or `nil` if it does not exist.
  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { [UInt8]($0) }
  }

  /// The names of everything in the folder, with the paths of what is deeper.
  var contents: [String] { try! FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
}
