import Czlib
import Foundation
import Plots

/// A PDF file as cairo 1.18 writes it: what the file says of itself is packed with a few objects
/// more, and behind it, packed too, is a table of where all objects are.
struct PackedPDF {
  private let bytes: [UInt8]
  /// Where the pack and the table lie in the file, and what they hold.
  private let pack, table: (place: Range<Int>, content: [UInt8])
  /// Where the object that is the table begins.
  private let tableStart: Int

  /// `nil` if the file is of another kind.
  init?(_ bytes: [UInt8]) {
    guard let start = bytes.last(of: "startxref\n"),
      let tableStart = number(in: bytes[start.upperBound...]),
      let object = bytes[..<min(tableStart, bytes.count)].last(of: "/Type /ObjStm"),
      let pack = unpacked(bytes, after: object.upperBound),
      let table = unpacked(bytes, after: tableStart)
    else { return nil }
    (self.bytes, self.tableStart, self.pack, self.table) = (bytes, tableStart, pack, table)
  }

  /// The file with the pack's content changed; `nil` if `change` is.
  func rewritten(_ change: ([UInt8]) -> [UInt8]?) -> [UInt8]? {
    guard let content = change(pack.content) else { return nil }
    let packed = compressed(content)
    // The object behind the pack is its length.
    guard
      let between = withNumber(
        packed.count, after: "obj\n   ", in: Array(bytes[pack.place.upperBound..<tableStart]))
    else { return nil }
    let head = bytes[..<pack.place.lowerBound] + packed + between
    guard let places = movedPlaces(by: packed.count - pack.place.count, table: head.count) else {
      return nil
    }
    let newTable = compressed(places)
    guard
      let object = withNumber(
        newTable.count, after: "/Length ", in: Array(bytes[tableStart..<table.place.lowerBound]))
    else { return nil }
    let end = "\nendstream\nendobj\nstartxref\n\(head.count)\n%%EOF\n"
    return Array(head + object + newTable + Array(end.utf8))
  }

  /// The table after what lies behind the pack has moved.
  ///
  /// An entry is three numbers, most significant byte first: 1 for an object of its own, where it is,
  /// and one more. How many bytes each takes the object says: `/W [1 2 2]`.
  private func movedPlaces(by distance: Int, table newStart: Int) -> [UInt8]? {
    let head = String(decoding: bytes[tableStart..<table.place.lowerBound], as: UTF8.self)
    guard
      let widths = head.firstMatch(of: #/\/W \[1 (\d) (\d)\]/#).map({ [Int($0.1)!, Int($0.2)!] })
    else { return nil }
    var places = table.content
    for entry in stride(from: 0, to: places.count, by: 1 + widths[0] + widths[1])
    where places[entry] == 1 && entry + widths[0] < places.count {
      let digits = entry + 1...entry + widths[0]
      let place = places[digits].reduce(0) { $0 << 8 | Int($1) }
      guard place > pack.place.lowerBound else { continue }
      let moved = place == tableStart ? newStart : place + distance
      for (i, digit) in digits.reversed().enumerated() {
        places[digit] = UInt8(truncatingIfNeeded: moved >> (8 * i))
      }
    }
    return places
  }
}

/// The first stream behind `start`: where it lies, and what zlib makes of it.
private func unpacked(_ bytes: [UInt8], after start: Int) -> (place: Range<Int>, content: [UInt8])?
{
  guard start < bytes.count, let head = bytes[start...].firstRange(of: Array("stream\n".utf8))
  else { return nil }
  let source = Array(bytes[head.upperBound...])
  var content = [UInt8](repeating: 0, count: 1 << 20)
  var (count, taken) = (uLong(content.count), uLong(source.count))
  guard uncompress2(&content, &count, source, &taken) == Z_OK else { return nil }
  let place = head.upperBound..<head.upperBound + Int(taken)
  return (place, Array(content[..<Int(count)]))
}

/// The text with another number behind the first `mark`.
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
  /// Where `text` stands last.
  fileprivate func last(of text: String) -> Range<Index>? { ranges(of: Array(text.utf8)).last }
}
