import Files
import Sentences

/// Decompression of gzip files (RFC 1952), with all their checksums and lengths verified.
package enum Gzip {
  /// Whether the bytes begin as a gzipped file does.
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What `bytes` were before they were compressed, as one or several members one after another.
  ///
  /// A few kilobytes can hold gigabytes, so it ends in an error as soon as there are more than
  /// `limit`. `name` is what errors call the file.
  package static func decompress(_ bytes: [UInt8], name: String, limit: Int) throws -> [UInt8] {
    guard isGzip(bytes) else {
      let found = bytes.isEmpty ? "is empty" : "does not begin with 1f 8b"
      throw otherKind(name, bytes, for: .data)
        ?? SentenceError(
          "\(name) \(found), so it is not gzipped")
    }
    return try bytes.withUnsafeBufferPointer { input in
      try output(of: Inflater(input), input, name, limit)
    }
  }

  private static func output(
    of inflater: Inflater, _ input: UnsafeBufferPointer<UInt8>, _ name: String, _ limit: Int
  ) throws -> [UInt8] {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let (count, outcome) = inflater.inflate(into: &chunk)
      output += chunk.prefix(count)
      guard output.count <= limit else {
        throw SentenceError("\(name) decompresses to more than the \(limit) bytes expected")
      }
      switch outcome {
      case .more: continue
      case .truncated:
        throw SentenceError(
          "\(name) is cut off: its \(input.count) bytes end before the compressed data do")
      case .corrupt(let why):
        throw SentenceError("\(name) is damaged after \(output.count) decompressed bytes: \(why)")
      case .memberEnd where inflater.remaining == 0: return output
      // Zeros fill the last block of a tape or a disk.
      case .memberEnd where input.suffix(inflater.remaining).allSatisfy { $0 == 0 }: return output
      case .memberEnd:
        guard isGzip(input.suffix(inflater.remaining)) else {
          throw SentenceError(
            "\(name): \(inflater.remaining) bytes that are not gzipped follow the compressed data")
        }
        inflater.beginMember()
      }
    }
  }
}
