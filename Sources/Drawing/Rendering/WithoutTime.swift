import Foundation

/// The PDF file with a fixed date in place of the time it was made at.
///
/// The library that writes it puts the time of day into every file. The date that replaces it is as
/// long, so all positions that the file lists stay true.
func withoutTime(_ pdf: Data) -> Data {
  var pdf = pdf
  guard let key = pdf.range(of: Data("/CreationDate (D:".utf8)),
    let end = pdf[key.upperBound...].firstIndex(of: UInt8(ascii: ")"))
  else { return pdf }
  let length = end - key.upperBound
  let date = "20000101000000Z".utf8.prefix(length)
  let padding = repeatElement(UInt8(ascii: "0"), count: length - date.count)
  pdf.replaceSubrange(key.upperBound..<end, with: Array(date) + Array(padding))
  return pdf
}
