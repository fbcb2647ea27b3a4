import Foundation
import Sentences

/// A file on its way, beside the one it is to replace and under another name until it is whole.
///
/// Only one program at a time writes to it. The name is always the same, so that what is left of a
/// program that was killed is taken over by the next.
package final class Draft {
  /// Where the file lies until it is published.
  package let path: String

  /// How much has been written.
  package private(set) var byteCount: Int

  private let finalPath: String
  private let isKept: Bool
  private let descriptor: Int32
  private var isPublished = false

  /// An empty draft, hidden: `.net.safetensors.part`.
  ///
  /// Unless it is published, it is gone when nobody holds it any longer.
  ///
  /// - Throws: `SentenceError` if the file is no place to write to.
  package convenience init(of file: URL) throws {
    // Renaming onto a link would replace the link and not what it leads to.
    let final = file.resolvingSymlinksInPath()
    try Self.requireReplaceable(final.path)
    let path = final.deletingLastPathComponent().appending(path: ".\(final.lastPathComponent).part")
    try self.init(path.path, of: final.path, isKept: false)
    try empty()
  }

  /// A draft that is kept until it is published, for the next program to continue: `images.gz.part`.
  ///
  /// It begins with what an earlier program left of it.
  ///
  /// - Throws: `SentenceError` if it cannot be written.
  package convenience init(continuing finalPath: String) throws {
    try self.init(finalPath + ".part", of: finalPath, isKept: true)
  }

  private init(_ path: String, of finalPath: String, isKept: Bool) throws {
    (self.path, self.finalPath, self.isKept) = (path, finalPath, isKept)
    descriptor = try openAlone(path, calledInSentences: isKept ? path : finalPath)
    byteCount = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit {
    // Once published, the name may already be another's.
    if !isPublished && (!isKept || byteCount == 0) { unlink(path) }
    close(descriptor)
  }

  /// Adds bytes at the end: all of them, or none if they do not fit.
  ///
  /// After `publish` they are added to the published file.
  ///
  /// - Parameter failure: what a sentence says if they cannot be written.
  package func append(_ bytes: some Sequence<UInt8>, orSay failure: String = "cannot be written")
    throws
  {
    guard writeAll(bytes, to: descriptor) else {
      let error = error(failure)
      ftruncate(descriptor, off_t(byteCount))
      throw error
    }
    byteCount = Int(lseek(descriptor, 0, SEEK_END))
  }

  /// Forgets what was written.
  package func empty() throws {
    guard ftruncate(descriptor, 0) == 0 else { throw error("cannot be emptied") }
    byteCount = 0
  }

  /// Gives the file its final name, which from then on stands for the whole of it.
  ///
  /// Without `fsync` the name could outlive a power cut that the bytes do not.
  package func publish() throws {
    guard fsync(descriptor) == 0 else { throw error("cannot be written") }
    guard rename(path, finalPath) == 0 else {
      throw SentenceError.system(finalPath, "cannot be replaced")
    }
    isPublished = true
  }

  /// The name a reader knows: that of a hidden draft says nothing.
  private func error(_ what: String) -> SentenceError {
    .system(isKept && !isPublished ? path : finalPath, what)
  }

  /// A device must not be replaced by a file, nor a file that its owner has protected.
  private static func requireReplaceable(_ path: String) throws {
    guard kind(of: path) != nil else { return }
    if let found = obstacle(at: path) {
      throw SentenceError("\(path) is \(found), but must be a file")
    }
    guard access(path, W_OK) == 0 else { throw SentenceError.system(path, "cannot be written") }
  }
}
