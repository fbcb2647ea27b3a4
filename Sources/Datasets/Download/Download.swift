import Files
import Foundation

/// Downloads official files, trying mirrors in order until one has the right file.
///
/// A file gets its name only when its size and SHA-256 sum are right. What an interrupted download has
/// received is kept beside it as `….part`, and the next one resumes there, from any mirror.
struct Download {
  /// Addresses to which the file's name is appended.
  let mirrors: [String]

  /// The timeout in seconds without data.
  let patience: Double

  init(_ mirrors: [String], patience: Double = 20) {
    (self.mirrors, self.patience) = (mirrors, patience)
  }

  /// Puts `file` into `folder`, which is made if it does not exist.
  ///
  /// - Throws: `DownloadError` with the reason of every mirror, or `SentenceError` with the disk's, for
  ///   which no other mirror would help.
  func fetch(
    _ file: OfficialFile, into folder: String, progress: (DownloadProgress) -> Void
  ) throws {
    try makeFolder(URL(filePath: folder))
    let path = "\(folder)/\(file.name)"
    let part = try Draft(continuing: path)
    var reasons: [String] = []
    for mirror in mirrors {
      let transfer = Transfer(file: file, address: mirror + file.name, patience: patience)
      do {
        try fill(part, by: transfer, progress)
        return try part.publish()
      } catch let error as MirrorError {
        reasons.append("\n  \(transfer.address): \(error.reason)")
      }
    }
    throw DownloadError(
      description: "\(file.name) could not be downloaded:" + reasons.joined())
  }

  /// Completes `part` and checks it.
  private func fill(
    _ part: Draft, by transfer: Transfer, _ progress: (DownloadProgress) -> Void
  ) throws {
    if part.byteCount > transfer.file.byteCount { try part.empty() }
    if part.byteCount > 0 {
      if part.byteCount < transfer.file.byteCount {
        try transfer.run(into: part, progress: progress)
      }
      if try isOfficial(part, transfer.file) { return }
      // What was here before may be wrong, so this mirror is tried once more from the beginning.
      try part.empty()
    }
    try transfer.run(into: part, progress: progress)
    guard try isOfficial(part, transfer.file) else {
      try part.empty()
      throw MirrorError("the file has the right size, but its SHA-256 sum is wrong")
    }
  }

  private func isOfficial(_ part: Draft, _ file: OfficialFile) throws -> Bool {
    try part.byteCount == file.byteCount && SHA256.hexDigest(ofFile: part.path) == file.sha256
  }
}
