/// What a header says a file holds: which tensors, of which type and shape, and where.
struct Header: Equatable {
  /// In the order in which they lie in the file.
  var entries: [Entry] = []
  var metadata: [String: String] = [:]

  /// The name under which a header keeps words about the whole file.
  static let metadataName = "__metadata__"

  /// The most bytes a header may take, so that nobody waits for one without end.
  static let maximumByteCount = 100_000_000

  /// The most bytes a name may take.
  static let maximumNameByteCount = 1_000

  /// Reads a header and holds it to every rule of the format.
  ///
  /// - Parameter dataByteCount: how many bytes follow it in the file.
  /// - Throws: `Flaw`
  init(_ bytes: [UInt8], dataByteCount: Int) throws {
    var scanner = try Self.scanner(of: bytes)
    // One after another, so that of a long header only what it says is kept.
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

  /// Every byte belongs to one tensor: none to two, none to nobody.
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

/// The names of an object's members, no two alike.
///
/// Names that Swift takes for equal, such as é in its two spellings, count as one: a dictionary could
/// not hold both.
struct DifferentNames {
  private var seen: Set<String> = []

  mutating func add(_ name: String) throws {
    let count = name.utf8.count
    // To compare names Swift sorts the marks over each letter: 30,000 pairs of them take 14 seconds.
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
