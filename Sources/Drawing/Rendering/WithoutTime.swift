import Foundation

/// The PDF file with a fixed date in place of the time it was made at.
///
/// The library that writes it, cairo, puts the time of day into every file.
func withoutTime(_ pdf: Data) -> Data {
  let bytes = [UInt8](pdf)
  // As long as the time, so all positions that the file lists stay true.
  return Data(withFixedDate(bytes) ?? PackedPDF(bytes)?.rewritten(withFixedDate) ?? bytes)
}

/// `nil` if there is no date.
private func withFixedDate(_ text: [UInt8]) -> [UInt8]? {
  guard let key = text.firstRange(of: Array("/CreationDate (D:".utf8)),
    let end = text[key.upperBound...].firstIndex(of: UInt8(ascii: ")"))
  else { return nil }
  let length = end - key.upperBound
  let date = Array("20000101000000Z".utf8.prefix(length))
  let padding = [UInt8](repeating: UInt8(ascii: "0"), count: length - date.count)
  return Array(text[..<key.upperBound]) + date + padding + text[end...]
}
