import Files
import Foundation
import Sentences

/// A file to which one JSON object is added per line, each written out before the next begins.
///
/// An older file of the same name is replaced when the first line is complete, so a run that fails
/// before that destroys nothing.
public final class JSONLines {
  private let file: URL
  private let encoder = JSONEncoder()
  /// What takes the lines: nothing yet, a file, or a device that cannot be replaced.
  private var draft: Draft?
  private var device: Int32?
  /// What stands above the first line.
  private var header = Data()

  /// Makes sure that the file can be written, without touching it yet.
  ///
  /// - Parameter record: if there is one, it stands above the first line: `{"record":{…}}`.
  /// - Throws: `SentenceError` if it cannot, before an hour of training is lost.
  public init(_ file: URL, of record: RunRecord? = nil) throws {
    self.file = file
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // JSON has no infinities and no NaN, but a log must record a loss that became one.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    header = try record.map { try encoder.encode(["record": $0]) + newline } ?? Data()
    // In /dev the link /dev/stdout may lead to a file that others write to: it is not replaced either.
    let isDevice = ![nil, S_IFREG, S_IFDIR].contains(kind(of: file.path))
    if isDevice || file.path.hasPrefix("/dev/") {
      try openDevice()
    } else {
      _ = try Draft(of: file)
    }
  }

  deinit {
    if let device { close(device) }
  }

  /// Adds a line.
  ///
  /// - Throws: `SentenceError` if the disk is full, say; the file then ends with the line before.
  public func append(_ value: some Encodable) throws {
    let object = try encoder.encode(value)
    guard object.first == UInt8(ascii: "{") else {
      throw SentenceError(
        "\(String(decoding: object, as: UTF8.self)) is not an object; a line of \(file.path) must "
          + "be one")
    }
    let line = header + object + newline
    let failure = "cannot take another line"
    if let device {
      guard writeAll(line, to: device) else { throw SentenceError.system(file.path, failure) }
    } else if let draft {
      try draft.append(line, orSay: failure)
    } else {
      let draft = try Draft(of: file)
      try draft.append(line, orSay: failure)
      try draft.publish()
      self.draft = draft
    }
    header = Data()
  }

  /// Devices and pipes hold nothing to be kept and cannot be replaced.
  private func openDevice() throws {
    // A pipe that nobody reads would be waited for without end; now it is an error.
    let opened = open(file.path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw SentenceError.system(file.path, "cannot be written") }
    _ = fcntl(opened, F_SETFL, O_APPEND)
    device = opened
  }
}

private let newline = Data("\n".utf8)
