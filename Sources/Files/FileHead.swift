import Foundation

/// The bytes by which a file's kind is recognized, its path, and what it was read for.
struct FileHead {
  let path: String
  /// All bytes of the file, or the first few thousand.
  let bytes: [UInt8]
  let use: FileUse

  /// Whether these bytes are at a place; each is written as the character of its number.
  func has(_ signature: String, at place: Int = 0) -> Bool {
    bytes.dropFirst(place).starts(with: signature.unicodeScalars.map { UInt8($0.value) })
  }

  func begins(_ signatures: String...) -> Bool { signatures.contains { has($0) } }

  /// The beginning as lowercase text, without white space and a byte order mark before it.
  var text: String {
    String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines.union(CharacterSet(["\u{FEFF}"])))
  }

  /// Whether it begins as an object or an array of JSON, up to the first element or the end.
  var isJSON: Bool { text.prefixMatch(of: #/\{\s*["}]|\[\s*["\[{\]\d]/#) != nil }

  /// The name of the first file in a zip archive; empty if it is none.
  var firstInArchive: String {
    guard has("PK\u{3}\u{4}"), bytes.count > 30 else { return "" }
    let count = Int(bytes[26]) | Int(bytes[27]) << 8
    return String(decoding: bytes[30...].prefix(count), as: UTF8.self)
  }

  /// The brands in the first box of a file of the MPEG-4 family, the main one and those it is compatible with.
  var brands: Set<String> {
    guard has("ftyp", at: 4) else { return [] }
    let box = bytes.prefix(bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) })
    return Set(
      stride(from: 8, to: box.count, by: 4).map { place in
        String(decoding: box[place..<min(place + 4, box.count)], as: UTF8.self)
      })
  }

  /// Whether it begins with a version of ONNX and the name of the program that made the model.
  var isONNX: Bool {
    guard bytes.count > 4, bytes[0] == 8, bytes[2] == 0x12 else { return path.hasSuffix(".onnx") }
    let producer = bytes[4...].prefix(Int(bytes[3]))
    return !producer.isEmpty && producer.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// Whether every other byte of the beginning is zero, as of Latin letters in UTF-16.
  var isTextInUTF16: Bool {
    if begins("\u{FF}\u{FE}", "\u{FE}\u{FF}") { return true }
    let (even, odd) = (bytes.prefix(64).striding(from: 0), bytes.prefix(64).striding(from: 1))
    return bytes.count > 3 && (even.allSatisfy { $0 == 0 } != odd.allSatisfy { $0 == 0 })
  }

  /// Whether it has no control characters but white space, and is not UTF-8.
  var isTextInAnotherEncoding: Bool {
    String(validating: bytes, as: UTF8.self) == nil
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
  }
}

extension Collection where Element == UInt8, Index == Int {
  /// Every second byte.
  fileprivate func striding(from start: Int) -> [UInt8] {
    stride(from: startIndex + start, to: endIndex, by: 2).map { self[$0] }
  }
}
