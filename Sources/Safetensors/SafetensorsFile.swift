import Files
import Foundation
import Sentences

/// A safetensors file, open for reading: the header is read and checked at once, each tensor on demand.
///
///     let file = try SafetensorsFile(url)
///     let weight = try file.floats("conv1.weight")
///
/// The format: the length of the header in eight bytes, little-endian; the header, a JSON object with the
/// type, shape and byte offsets of each tensor; then the numbers.
public final class SafetensorsFile {
  /// The tensors, in the order of their data.
  public let entries: [Entry]
  /// The metadata of the file.
  public let metadata: [String: String]

  /// The path of the file.
  public let path: String
  private let descriptor: Int32
  private let dataStart: Int

  /// Opens a file and checks its header against all rules of the format.
  ///
  /// - Throws: `SentenceError`, a sentence that names the file, what was found and what was wanted.
  public init(_ file: URL) throws {
    path = file.path
    // Opening a pipe would wait for a writer.
    descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SentenceError.system(file.path, "cannot be read") }
    do {
      let size = try Self.size(of: descriptor)
      let length = try Self.headerLength(descriptor, fileSize: size)
      let bytes = try read(descriptor, at: 8, count: length)
      let header = try Header(bytes, dataByteCount: size - 8 - length)
      (entries, metadata, dataStart) = (header.entries, header.metadata, 8 + length)
    } catch let flaw as Flaw {
      let beginning = beginning(of: descriptor)
      close(descriptor)
      throw otherKind(file.path, beginning, for: .weights)
        ?? SentenceError("\(file.path) is no safetensors file: \(flaw.description)")
    }
  }

  deinit { close(descriptor) }

  /// The numbers of a tensor in row-major order, exact unless they are F64.
  ///
  /// - Throws: `SentenceError`, also if the type is not F32, F16, BF16 or F64.
  public func floats(_ name: String) throws -> [Float] {
    let entry = try entry(name)
    guard let float = entry.type.float else {
      throw wrongType(entry, "numbers of type F32, F16, BF16 or F64 were wanted")
    }
    return try numbers(of: entry, as: float)
  }

  /// The whole numbers of a tensor in row-major order, of any type of integers, or of floats of 16 bits
  /// and more.
  ///
  /// - Throws: `SentenceError`, also if the type is another, or a number is not whole.
  public func integers(_ name: String) throws -> [Int] {
    let entry = try entry(name)
    guard let integer = entry.type.integer else {
      throw wrongType(entry, "whole numbers were wanted")
    }
    return try numbers(of: entry, as: integer).map {
      guard let number = $0 else {
        throw SentenceError(
          "\(quoted(name)) in \(path) has a number that is not whole, or beyond 64 bits; whole "
            + "numbers were wanted")
      }
      return number
    }
  }

  private func entry(_ name: String) throws -> Entry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw SentenceError("\(path) holds no \(quoted(name))")
    }
    return entry
  }

  private func wrongType(_ entry: Entry, _ wanted: String) -> SentenceError {
    SentenceError(
      "\(quoted(entry.name)) in \(path) is of type \(entry.type.rawValue); \(wanted)")
  }

  /// Reads in pieces, so that not all bytes are in memory together with the numbers.
  private func numbers<Number>(
    of entry: Entry, as number: (UnsafeRawBufferPointer) -> Number
  ) throws -> [Number] {
    let (width, bytesInPiece) = (entry.type.bitCount / 8, 1 << 20)
    guard entry.count < Int(ProcessInfo.processInfo.physicalMemory) / MemoryLayout<Number>.size
    else { throw SentenceError("\(quoted(entry.name)) in \(path) does not fit into memory") }
    var numbers: [Number] = []
    numbers.reserveCapacity(entry.count)
    do {
      for start in stride(from: 0, to: entry.offsets.count, by: bytesInPiece) {
        let piece = try read(
          descriptor, at: dataStart + entry.offsets.lowerBound + start,
          count: min(bytesInPiece, entry.offsets.count - start))
        piece.withUnsafeBytes { bytes in
          for place in stride(from: 0, to: bytes.count, by: width) {
            numbers.append(number(UnsafeRawBufferPointer(rebasing: bytes[place..<place + width])))
          }
        }
      }
    } catch let flaw as Flaw {
      throw SentenceError("\(quoted(entry.name)) in \(path) cannot be read: \(flaw.description)")
    }
    return numbers
  }
}
