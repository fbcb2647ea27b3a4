import Foundation
import Testing

/// A picture that the tests of Images use, too.
func picture(_ name: String) -> String {
  URL(filePath: #filePath).appending(path: "../../Fixtures/Images/\(name)").standardized.path
}

/// What is said of something, with FILE in place of a file's path.
func sentence(_ file: String? = nil, _ body: () throws -> Void) -> String? {
  do { try body() } catch {
    return file.map { "\(error)".replacing($0, with: "FILE") } ?? "\(error)"
  }
  return nil
}
