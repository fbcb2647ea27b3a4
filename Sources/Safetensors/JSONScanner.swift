/// Reads JSON strictly (RFC 8259), and says at which byte it is none.
struct JSONScanner {
  /// How deep arrays and objects may lie in each other; a header needs 3.
  static let maximumDepth = 8

  /// How many values an array or an object may hold that is kept as a whole; a shape needs a few.
  static let maximumCount = 1_000

  let bytes: [UInt8]
  var place = 0

  /// - Parameter bytes: must be UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at hand, if there is one.
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Whether an object is what comes next.
  mutating func meetsObject() -> Bool {
    skipSpace()
    return next == UInt8(ascii: "{")
  }

  mutating func value(depth: Int = 0) throws -> JSON {
    guard depth <= Self.maximumDepth else { throw flaw("nothing may be nested so deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte >= UInt8(ascii: "a"): return try word()
    default: return try number()
    }
  }

  /// Visits the members of an object, each with a name of its own.
  ///
  /// - Parameter visit: gets the name, and must take the value from the scanner.
  mutating func differentMembers(_ visit: (String, inout JSONScanner) throws -> Void) throws {
    var names = DifferentNames()
    try list("{", "}") { scanner in
      let name = try scanner.string()
      try names.add(name)
      scanner.skipSpace()
      try scanner.take(":")
      try visit(name, &scanner)
    }
  }

  private mutating func object(depth: Int) throws -> [String: JSON] {
    var members: [String: JSON] = [:]
    try differentMembers { name, scanner in
      try scanner.requireFew(members.count)
      members[name] = try scanner.value(depth: depth + 1)
    }
    return members
  }

  private mutating func array(depth: Int) throws -> [JSON] {
    var elements: [JSON] = []
    try list("[", "]") { scanner in
      try scanner.requireFew(elements.count)
      elements.append(try scanner.value(depth: depth + 1))
    }
    return elements
  }

  private func requireFew(_ count: Int) throws {
    guard count < Self.maximumCount else {
      throw flaw("more than \(Self.maximumCount) values stand in one pair of brackets")
    }
  }

  /// What stands between two brackets, parted by commas.
  private mutating func list(
    _ begin: Unicode.Scalar, _ end: Unicode.Scalar, _ element: (inout JSONScanner) throws -> Void
  ) throws {
    try take(begin)
    skipSpace()
    if next == UInt8(ascii: end) { return try take(end) }
    while true {
      skipSpace()
      try element(&self)
      skipSpace()
      if next == UInt8(ascii: end) { return try take(end) }
      try take(",")
    }
  }

  /// `true`, `false` or `null`.
  private mutating func word() throws -> JSON {
    for word in ["true", "false", "null"] where bytes[place...].starts(with: word.utf8) {
      place += word.utf8.count
      return .other(word)
    }
    throw flaw("a value was wanted")
  }
}

extension JSONScanner {
  mutating func take(_ wanted: Unicode.Scalar) throws {
    guard next == UInt8(ascii: wanted) else { throw flaw("'\(wanted)' was wanted") }
    place += 1
  }

  /// Passes over the byte at hand, and returns it.
  mutating func takeAny() throws -> UInt8 {
    guard let byte = next else { throw flaw("more was wanted") }
    place += 1
    return byte
  }

  /// JSON's white space: space, tab, line feed, carriage return.
  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  func flaw(_ what: String) -> Flaw {
    Flaw("its header is no JSON: at byte \(place) of it, \(what)")
  }
}
