import Foundation
import Sentences

/// Puts bytes into a file at once: whoever reads it meets the older file or the new one, whole.
///
/// - Throws: `SentenceError`; an older file is then left as it is.
package func replace(_ file: URL, with bytes: some Sequence<UInt8>) throws {
  let draft = try Draft(of: file)
  try draft.append(bytes)
  try draft.publish()
}

/// Makes a folder, and those it lies in, unless they exist.
package func makeFolder(_ folder: URL) throws {
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  } catch {
    throw SentenceError("The folder \(folder.path) cannot be made: \(error.localizedDescription)")
  }
}

/// Writes bytes past all buffers, however many calls that takes.
///
/// - Returns: whether all were written; if not, `errno` says why.
package func writeAll(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> Bool {
  var rest = Array(bytes)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
