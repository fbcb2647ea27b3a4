/// A strict JSON parser (RFC 8259) whose errors name the byte.
struct JSONScanner {
  /// The maximum nesting depth; a header needs 3.
  static let maximumDepth = 8

  /// The maximum number of values in an array or an object; a shape needs a few.
  static let maximumCount = 1_000

  let bytes: [UInt8]
  var place = 0

  /// - Parameter bytes: must be UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte, if there is one.
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Whether the next value is an object.
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

  /// Visits the members of an object, whose keys must be unique.
  ///
  /// - Parameter visit: receives the key, and must parse the value.
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

  /// A list in brackets, separated by commas.
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

  /// Consumes the next byte and returns it.
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
