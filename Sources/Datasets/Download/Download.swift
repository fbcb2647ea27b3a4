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

  /// After how many seconds without data a notice says that it is being waited for.
  let silence: Double

  init(_ mirrors: [String], patience: Double = 20, silence: Double = 2) {
    (self.mirrors, self.patience, self.silence) = (mirrors, patience, silence)
  }

  /// Puts `file` into `folder`, which is made if it does not exist, and does not stay if it fails.
  ///
  /// - Parameter notice: receives a sentence for each server that is being waited for.
  /// - Throws: `DownloadError` with the reason of every mirror, or `SentenceError` with the disk's, for
  ///   which no other mirror would help.
  func fetch(
    _ file: OfficialFile, into folder: String, notice: (String) -> Void = { _ in },
    progress: (DownloadProgress) -> Void
  ) throws {
    let made = foldersToMake(folder)
    do {
      try makeFolder(URL(filePath: folder))
      try fetch(file, as: "\(folder)/\(file.name)", notice, progress)
    } catch {
      // Only what is empty is removed: the part of a file is kept.
      for folder in made { rmdir(folder) }
      throw error
    }
  }

  private func fetch(
    _ file: OfficialFile, as path: String, _ notice: (String) -> Void,
    _ progress: (DownloadProgress) -> Void
  ) throws {
    let part = try Draft(continuing: path)
    var reasons: [String] = []
    for (number, mirror) in mirrors.enumerated() {
      let next = number == mirrors.count - 1 ? "the download ends" : "the next server is asked"
      let transfer = Transfer(
        file: file, address: mirror + file.name, patience: patience, silence: silence)
      func waiting(_ host: String) {
        notice(
          "Waiting for \(host) to send \(file.name); after \(Int(patience)) s of silence \(next).")
      }
      do {
        try fill(part, by: transfer, waiting, progress)
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
    _ part: Draft, by transfer: Transfer, _ waiting: (String) -> Void,
    _ progress: (DownloadProgress) -> Void
  ) throws {
    if part.byteCount > transfer.file.byteCount { try part.empty() }
    if part.byteCount > 0 {
      if part.byteCount < transfer.file.byteCount {
        try transfer.run(into: part, waiting: waiting, progress: progress)
      }
      if try isOfficial(part, transfer.file) { return }
      // What was here before may be wrong, so this mirror is tried once more from the beginning.
      try part.empty()
    }
    try transfer.run(into: part, waiting: waiting, progress: progress)
    guard try isOfficial(part, transfer.file) else {
      try part.empty()
      throw MirrorError("the file has the right size, but its SHA-256 sum is wrong")
    }
  }

  /// The folders that do not exist yet, the innermost first.
  private func foldersToMake(_ folder: String) -> [String] {
    var (missing, url) = ([String](), URL(filePath: folder))
    while kind(of: url.path) == nil && url.path != "/" {
      missing.append(url.path)
      url.deleteLastPathComponent()
    }
    return missing
  }

  private func isOfficial(_ part: Draft, _ file: OfficialFile) throws -> Bool {
    try part.byteCount == file.byteCount && SHA256.hexDigest(ofFile: part.path) == file.sha256
  }
}
