// What a page may ask of the nets: the text, byte by byte.

nonisolated(unsafe) private var text: [UInt8] = []

/// How many bytes the text of the nets has.
@_cdecl("nets") public func nets() -> Int32 {
  text = Array(Nets().text.utf8)
  return Int32(text.count)
}

/// A byte of it.
@_cdecl("byte") public func byte(at i: Int32) -> Int32 { Int32(text[Int(i)]) }
