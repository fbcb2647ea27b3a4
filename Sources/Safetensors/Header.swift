/// The header of a file: the tensors with their types, shapes and offsets, and the metadata.
struct Header: Equatable {
  /// In the order of their data.
  var entries: [Entry] = []
  var metadata: [String: String] = [:]

  /// The key of the metadata.
  static let metadataName = "__metadata__"

  /// The maximum size of a header, that of the Python library.
  static let maximumByteCount = 100_000_000

  /// The maximum length of a name in bytes.
  static let maximumNameByteCount = 1_000

  /// Parses a header and checks all rules of the format.
  ///
  /// - Parameter dataByteCount: how many bytes follow it in the file.
  /// - Throws: `Flaw`
  init(_ bytes: [UInt8], dataByteCount: Int) throws {
    var scanner = try Self.scanner(of: bytes)
    // One by one, so that a long header is not kept as JSON values as well.
    try scanner.differentMembers { name, scanner in
      if name == Self.metadataName {
        metadata = try Self.words(&scanner)
      } else {
        entries.append(try Entry(name, try scanner.value(depth: 1)))
      }
    }
    guard bytes[scanner.place...].allSatisfy({ $0 == UInt8(ascii: " ") }) else {
      throw scanner.flaw("only spaces may follow")
    }
    entries.sort {
      ($0.offsets.lowerBound, $0.offsets.upperBound) < (
        $1.offsets.lowerBound, $1.offsets.upperBound
      )
    }
    try requireWithoutHoles(dataByteCount)
  }

  private static func scanner(of bytes: [UInt8]) throws -> JSONScanner {
    guard bytes.first == UInt8(ascii: "{") else { throw Flaw("its header does not begin with {") }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Flaw("its header is no UTF-8 text")
    }
    return JSONScanner(bytes)
  }

  private static func words(_ scanner: inout JSONScanner) throws -> [String: String] {
    var words: [String: String] = [:]
    guard scanner.meetsObject() else {
      let value = try scanner.value(depth: 1)
      throw Flaw("\(metadataName) is \(value.kind), but must be an object of strings")
    }
    try scanner.differentMembers { name, scanner in
      let value = try scanner.value(depth: 2)
      guard case .string(let text) = value else {
        throw Flaw("\(quoted(name)) in \(metadataName) is \(value.kind), but must be a string")
      }
      words[name] = text
    }
    return words
  }

  /// Every byte of the data belongs to exactly one tensor.
  private func requireWithoutHoles(_ dataByteCount: Int) throws {
    var end = 0
    for entry in entries {
      let start = entry.offsets.lowerBound
      guard start == end else {
        throw Flaw(
          "\(quoted(entry.name)) begins at byte \(start) of the data, but what lies before it ends at byte \(end)"
        )
      }
      end = entry.offsets.upperBound
    }
    guard end == dataByteCount else {
      throw Flaw(
        "its tensors take \(end) bytes, but \(dataByteCount) bytes of data are in the file")
    }
  }
}

/// The keys of an object, which must be unique.
///
/// Keys that are canonically equivalent, such as é in its two encodings, are equal in Swift, so a
/// dictionary could not hold both.
struct DifferentNames {
  private var seen: Set<String> = []

  mutating func add(_ name: String) throws {
    let count = name.utf8.count
    // To compare strings Swift sorts combining marks: 30,000 pairs of them take 14 seconds.
    guard count <= Header.maximumNameByteCount else {
      throw Flaw(
        "the name \(quoted(name)) has \(count) bytes; at most \(Header.maximumNameByteCount) are read"
      )
    }
    guard seen.insert(name).inserted else {
      throw Flaw("the name \(quoted(name)) occurs twice in its header")
    }
  }
}
