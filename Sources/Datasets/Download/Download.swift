import Foundation

/// Fetches official files from mirrors, one after another until one gives the right file.
///
/// A file gets its name only when its size and SHA-256 sum are right. What an interrupted download
/// has brought stays beside it as `….part`, and the next one continues there, at any mirror: the
/// bytes are the same everywhere.
struct Download {
  /// Addresses to which the file's name is appended.
  let mirrors: [String]

  /// The seconds without a single byte after which a mirror is given up.
  let patience: Double

  init(_ mirrors: [String], patience: Double = 20) {
    (self.mirrors, self.patience) = (mirrors, patience)
  }

  /// Puts `file` into `folder`, which is made if it does not exist.
  ///
  /// - Throws: A `DatasetError` with the reason of every mirror, or with that of the disk.
  func fetch(
    _ file: OfficialFile, into folder: String, progress: (DownloadProgress) -> Void
  ) throws {
    try makeFolder(folder)
    let path = "\(folder)/\(file.name)"
    let part = try PartFile(for: path)
    var reasons: [String] = []
    for mirror in mirrors {
      let transfer = Transfer(file: file, address: mirror + file.name, patience: patience)
      do {
        try fill(part, by: transfer, progress)
        return try part.publish(as: path)
      } catch let error as MirrorError {
        reasons.append("\n  \(transfer.address): \(error.reason)")
      }
    }
    if part.byteCount == 0 { part.delete() }
    throw DatasetError(
      "\(file.name) could not be downloaded:" + reasons.joined(), isOutOfReach: true)
  }

  /// Completes `part` and checks it.
  private func fill(
    _ part: PartFile, by transfer: Transfer, _ progress: (DownloadProgress) -> Void
  ) throws {
    if part.byteCount > transfer.file.byteCount { try part.startOver() }
    if part.byteCount > 0 {
      if part.byteCount < transfer.file.byteCount {
        try transfer.run(into: part, progress: progress)
      }
      if try isOfficial(part, transfer.file) { return }
      // The fault may lie in what was here before: this mirror deserves a start of its own.
      try part.startOver()
    }
    try transfer.run(into: part, progress: progress)
    guard try isOfficial(part, transfer.file) else {
      try part.startOver()
      throw MirrorError("the file has the right size, but its SHA-256 sum is wrong")
    }
  }

  private func isOfficial(_ part: PartFile, _ file: OfficialFile) throws -> Bool {
    try part.byteCount == file.byteCount && SHA256.hexDigest(ofFile: part.path) == file.sha256
  }

  private func makeFolder(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw DatasetError("The folder \(folder) cannot be made: \(error.localizedDescription)")
    }
  }
}
