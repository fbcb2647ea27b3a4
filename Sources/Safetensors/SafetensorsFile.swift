import Foundation
import Sentences

/// A safetensors file, open for reading: its header is read and checked, its tensors one by one when
/// they are asked for.
///
///     let file = try SafetensorsFile(url)
///     let weight = try file.floats("conv1.weight")
///
/// The format: eight bytes that say how long the header is, lowest first; the header, a JSON object with
/// the type, the shape and the place of each tensor; then the numbers.
public final class SafetensorsFile {
  /// What the file holds, in the order in which it lies there.
  public let entries: [Entry]
  /// Words about the whole file.
  public let metadata: [String: String]

  public let path: String
  private let descriptor: Int32
  private let dataStart: Int

  /// Opens a file and holds its header to every rule of the format.
  ///
  /// - Throws: `SentenceError`, a sentence that names the file, what was found and what was wanted.
  public init(_ file: URL) throws {
    path = file.path
    // A pipe that nobody writes to would be waited for without end.
    descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SentenceError.system(file.path, "cannot be read") }
    do {
      let size = try Self.size(of: descriptor)
      let length = try Self.headerLength(descriptor, fileSize: size)
      let bytes = try read(descriptor, at: 8, count: length)
      let header = try Header(bytes, dataByteCount: size - 8 - length)
      (entries, metadata, dataStart) = (header.entries, header.metadata, 8 + length)
    } catch let flaw as Flaw {
      close(descriptor)
      throw SentenceError("\(file.path) is no safetensors file: \(flaw.description)")
    }
  }

  deinit { close(descriptor) }

  /// The numbers of one tensor in row-major order, exact unless they are F64.
  ///
  /// - Throws: `SentenceError`, also if they are no numbers with a point.
  public func floats(_ name: String) throws -> [Float] {
    let entry = try entry(name)
    guard let float = entry.type.float else {
      throw wrongType(entry, "numbers of type F32, F16, BF16 or F64 were wanted")
    }
    return try numbers(of: entry, as: float)
  }

  /// The whole numbers of one tensor in row-major order.
  ///
  /// - Throws: `SentenceError`, also if they are not I64.
  public func integers(_ name: String) throws -> [Int] {
    let entry = try entry(name)
    guard entry.type == .int64 else { throw wrongType(entry, "whole numbers, I64, were wanted") }
    return try numbers(of: entry) { Int($0.littleEndian(Int64.self)) }
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

  /// Reads piece by piece, so that the bytes never lie in memory beside all the numbers made of them.
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
