/// The header's entry for a tensor: its name, type, shape and place.
public struct Entry: Equatable, Sendable {
  /// The name of the tensor.
  public let name: String
  /// The type of its numbers.
  public let type: ElementType
  /// The length of each axis, outermost first; `[]` is a single number.
  public let shape: [Int]
  /// The range of its bytes, from the end of the header.
  let offsets: Range<Int>

  /// How many numbers it holds.
  public var count: Int { shape.reduce(1, *) }
}

extension Entry {
  /// Parses one entry, and checks that it is consistent.
  init(_ name: String, _ value: JSON) throws {
    guard case .object(let members) = value else {
      throw Flaw("\(quoted(name)) is \(value.kind), but must be an object")
    }
    guard members.count == 3, let dtype = members["dtype"], let shape = members["shape"],
      let offsets = members["data_offsets"]
    else {
      let found = members.keys.sorted().prefix(8).map(quoted).joined(separator: ", ")
      throw Flaw(
        "\(quoted(name)) has \(found); wanted are \"dtype\", \"shape\" and \"data_offsets\"")
    }
    self.name = name
    type = try Self.type(dtype, of: name)
    self.shape = try Self.counts(shape, "shape", of: name)
    self.offsets = try Self.range(offsets, of: name)
    try requireFitting()
  }

  private static func type(_ value: JSON, of name: String) throws -> ElementType {
    // Comparing two long strings can take hours, see `DifferentNames`.
    guard case .string(let text) = value, text.utf8.count <= 16,
      let type = ElementType(rawValue: text)
    else {
      let known = ElementType.allCases.map(\.rawValue).joined(separator: ", ")
      throw Flaw("the dtype of \(quoted(name)) is \(value.kind); known are \(known)")
    }
    return type
  }

  private static func counts(_ value: JSON, _ what: String, of name: String) throws -> [Int] {
    let sentence = "the \(what) of \(quoted(name)) must be an array of whole numbers, but "
    guard case .array(let elements) = value else { throw Flaw(sentence + "is \(value.kind)") }
    return try elements.map {
      guard case .count(let count) = $0 else { throw Flaw(sentence + "holds \($0.kind)") }
      return count
    }
  }

  private static func range(_ value: JSON, of name: String) throws -> Range<Int> {
    let offsets = try counts(value, "data_offsets", of: name)
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw Flaw(
        "the data_offsets of \(quoted(name)) are \(offsets.prefix(8)), but must be a begin and an end"
      )
    }
    return offsets[0]..<offsets[1]
  }

  /// The number of bytes must be that of the type and the shape.
  private func requireFitting() throws {
    let description = "\(type.rawValue) of shape \(shape.prefix(8))"
    let bits = try (shape + [type.bitCount]).reduce(1) { product, length in
      let (product, overflows) = product.multipliedReportingOverflow(by: length)
      if overflows { throw Flaw("\(quoted(name)), \(description), is larger than any file") }
      return product
    }
    guard bits.isMultiple(of: 8) else {
      throw Flaw("\(quoted(name)), \(description), takes \(bits) bits, which fill no whole bytes")
    }
    let size = bits / 8
    guard offsets.count == size else {
      throw Flaw(
        "\(quoted(name)) lies in bytes \(offsets.lowerBound) to \(offsets.upperBound) of the data, which are "
          + "\(offsets.count), but \(description) takes \(size)")
    }
  }
}
