import Foundation

/// A file to which one JSON object is added per line, each written out before the next begins.
///
/// An older file of the same name stays until the first line is complete: a run that fails before
/// it has anything to tell destroys nothing.
public final class JSONLines {
  private let path: String
  private var descriptor: Int32 = -1
  private var length: off_t = 0
  private let isDevice: Bool
  private let encoder = JSONEncoder()

  /// Makes sure that the file can be written, without touching it yet.
  ///
  /// - Throws: a sentence, if it cannot, so that nobody trains for an hour and has nothing
  public init(_ file: URL) throws {
    // A link is followed, because renaming onto it would replace it and not what it leads to.
    // Not so in /dev, where the link /dev/stdout may lead to a file that others write to.
    let isInDev = file.path.hasPrefix("/dev/")
    path = isInDev ? file.path : file.resolvingSymlinksInPath().path
    let kind = kind(of: path)
    isDevice = isInDev || ![nil, S_IFREG, S_IFDIR].contains(kind)
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // JSON has no such numbers, but a loss that became one is what a log must tell.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    if kind == S_IFDIR { throw JSONLinesError("\(path) is a folder; a log must be a file") }
    if isDevice { try openDevice() } else { try probe() }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Adds a line.
  ///
  /// - Throws: a sentence, if the disk is full, say; the file then ends with the line before
  public func append(_ value: some Encodable) throws {
    let object = try encoder.encode(value)
    guard object.first == UInt8(ascii: "{") else {
      throw JSONLinesError(
        "\(String(decoding: object, as: UTF8.self)) is not an object; a line of \(path) must be one"
      )
    }
    let line = object + [UInt8(ascii: "\n")]
    if descriptor < 0 { try begin(with: line) } else { try write(line, to: descriptor) }
  }
}

extension JSONLines {
  /// Beside the file: renaming works only within one disk.
  private var draft: String { "\(path).\(getpid()).part" }

  private func probe() throws {
    close(try openDraft())
    unlink(draft)
    // A file that may not be written would still be replaced, which is not what its owner meant.
    if kind(of: path) != nil && access(path, W_OK) != 0 { throw failure("cannot be written") }
  }

  private func openDraft() throws -> Int32 {
    let draft = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard draft >= 0 else { throw failure("cannot be written") }
    return draft
  }

  /// Devices and pipes hold nothing to be kept and cannot be replaced.
  private func openDevice() throws {
    // A pipe that nobody reads would be waited for without end; now it is an error.
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure("cannot be written") }
    _ = fcntl(descriptor, F_SETFL, O_APPEND)
  }

  private func begin(with line: Data) throws {
    let file = try openDraft()
    do {
      try write(line, to: file)
      guard rename(draft, path) == 0 else { throw failure("cannot be replaced") }
    } catch {
      close(file)
      unlink(draft)
      throw error
    }
    descriptor = file
  }

  private func write(_ line: Data, to file: Int32) throws {
    var rest = line[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        let failure = failure("cannot take another line")
        // Half a line would make the file unreadable to whatever reads it.
        if !isDevice, ftruncate(file, length) == 0 { lseek(file, length, SEEK_SET) }
        throw failure
      }
      rest = rest.dropFirst(written)
    }
    length += off_t(line.count)
  }

  private func failure(_ what: String) -> JSONLinesError {
    let reason = String(cString: strerror(errno))
    return JSONLinesError("\(path) \(what): \(reason)")
  }
}

/// What is wrong with a log, as a sentence.
public struct JSONLinesError: Error, Equatable, CustomStringConvertible, LocalizedError {
  public let description: String
  public var errorDescription: String? { description }

  init(_ sentence: String) { description = sentence }
}

/// Whether there is a file, a folder or a device at a path, if anything.
private func kind(of path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}
