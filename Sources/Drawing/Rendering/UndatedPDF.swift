import Czlib
import Foundation
import Plots

/// The PDF file with a constant in place of its creation date, so that equal figures give equal bytes.
///
/// Cairo, which writes it, has no option for that.
func undated(_ pdf: Data) -> Data {
  let bytes = [UInt8](pdf)
  // The constant is as long as the date, so that the byte offsets in the file stay valid.
  return Data(withConstantDate(bytes) ?? CompressedPDF(bytes)?.rewritten(withConstantDate) ?? bytes)
}

/// `nil` if there is no creation date.
private func withConstantDate(_ text: [UInt8]) -> [UInt8]? {
  guard let key = text.firstRange(of: Array("/CreationDate (D:".utf8)),
    let end = text[key.upperBound...].firstIndex(of: UInt8(ascii: ")"))
  else { return nil }
  let length = end - key.upperBound
  let date = Array("20000101000000Z".utf8.prefix(length))
  let padding = [UInt8](repeating: UInt8(ascii: "0"), count: length - date.count)
  return Array(text[..<key.upperBound]) + date + padding + text[end...]
}

/// A PDF file as cairo 1.18 writes it: the creation date is in a compressed object stream, followed by
/// a compressed cross-reference stream, which has the offsets of all objects (ISO 32000-1, 7.5.7, 7.5.8).
private struct CompressedPDF {
  private let bytes: [UInt8]
  /// The compressed bytes of the object stream and of the cross-reference stream, and their contents.
  private let objects, references: (place: Range<Int>, content: [UInt8])
  /// The offset of the object that is the cross-reference stream.
  private let referencesStart: Int

  /// `nil` if the file has no such streams.
  init?(_ bytes: [UInt8]) {
    guard let start = bytes.last(of: "startxref\n"),
      let referencesStart = number(in: bytes[start.upperBound...]),
      let object = bytes[..<min(referencesStart, bytes.count)].last(of: "/Type /ObjStm"),
      let objects = decompressed(bytes, after: object.upperBound),
      let references = decompressed(bytes, after: referencesStart)
    else { return nil }
    (self.bytes, self.referencesStart, self.objects, self.references) = (
      bytes, referencesStart, objects, references
    )
  }

  /// The file with the contents of its object stream changed; `nil` if `change` is.
  func rewritten(_ change: ([UInt8]) -> [UInt8]?) -> [UInt8]? {
    guard let content = change(objects.content) else { return nil }
    let stream = compressed(content)
    // The length of the object stream is an object of its own, after it.
    guard
      let between = withNumber(
        stream.count, after: "obj\n   ",
        in: Array(bytes[objects.place.upperBound..<referencesStart]))
    else { return nil }
    let head = bytes[..<objects.place.lowerBound] + stream + between
    guard let offsets = movedOffsets(by: stream.count - objects.place.count, references: head.count)
    else {
      return nil
    }
    let newReferences = compressed(offsets)
    guard
      let object = withNumber(
        newReferences.count, after: "/Length ",
        in: Array(bytes[referencesStart..<references.place.lowerBound]))
    else { return nil }
    let end = "\nendstream\nendobj\nstartxref\n\(head.count)\n%%EOF\n"
    return Array(head + object + newReferences + Array(end.utf8))
  }

  /// The cross-reference stream after everything behind the object stream has moved.
  ///
  /// An entry has three big-endian numbers: a type, 1 for an object that is not in a stream; its offset;
  /// and a generation. `/W [1 2 2]` gives their widths in bytes.
  private func movedOffsets(by distance: Int, references newStart: Int) -> [UInt8]? {
    let head = String(decoding: bytes[referencesStart..<references.place.lowerBound], as: UTF8.self)
    guard
      let widths = head.firstMatch(of: #/\/W \[1 (\d) (\d)\]/#).map({ [Int($0.1)!, Int($0.2)!] })
    else { return nil }
    var offsets = references.content
    for entry in stride(from: 0, to: offsets.count, by: 1 + widths[0] + widths[1])
    where offsets[entry] == 1 && entry + widths[0] < offsets.count {
      let digits = entry + 1...entry + widths[0]
      let place = offsets[digits].reduce(0) { $0 << 8 | Int($1) }
      guard place > objects.place.lowerBound else { continue }
      let moved = place == referencesStart ? newStart : place + distance
      for (i, digit) in digits.reversed().enumerated() {
        offsets[digit] = UInt8(truncatingIfNeeded: moved >> (8 * i))
      }
    }
    return offsets
  }
}

/// The first stream after `start`: its compressed bytes and their decompressed contents.
private func decompressed(_ bytes: [UInt8], after start: Int) -> (
  place: Range<Int>, content: [UInt8]
)? {
  guard start < bytes.count, let head = bytes[start...].firstRange(of: Array("stream\n".utf8))
  else { return nil }
  let source = Array(bytes[head.upperBound...])
  var content = [UInt8](repeating: 0, count: 1 << 20)
  var (count, taken) = (uLong(content.count), uLong(source.count))
  guard uncompress2(&content, &count, source, &taken) == Z_OK else { return nil }
  let place = head.upperBound..<head.upperBound + Int(taken)
  return (place, Array(content[..<Int(count)]))
}

/// The text with another number after the first `mark`.
private func withNumber(_ number: Int, after mark: String, in text: [UInt8]) -> [UInt8]? {
  guard let found = text.firstRange(of: Array(mark.utf8)) else { return nil }
  let rest = text[found.upperBound...].drop { isDigit($0) }
  return text[..<found.upperBound] + Array("\(number)".utf8) + rest
}

private func number(in text: ArraySlice<UInt8>) -> Int? {
  Int(String(decoding: text.prefix { isDigit($0) }, as: UTF8.self))
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

extension Collection<UInt8> where Self: BidirectionalCollection, SubSequence: Collection<UInt8> {
  /// The last occurrence of `text`.
  fileprivate func last(of text: String) -> Range<Index>? { ranges(of: Array(text.utf8)).last }
}
