import Autograd
import Datasets
import Foundation

extension Loader {
  /// The most bytes that a file may decompress to.
  static let gzipLimit = 1 << 16

  /// Gzip files: of one member or several, with all optional fields, and decompression bombs.
  static let gzip = Loader(name: "gzip") { random in
    var specimen = Specimen(bytes: [])
    for _ in 0...(random.chance(of: 4) ? random.below(4) : 0) { specimen.addMember(&random) }
    return specimen
  } read: { bytes, _ in
    let output = try Gzip.decompress(bytes, name: "file", limit: gzipLimit)
    require(output.count <= gzipLimit, "gzip: \(output.count) bytes came out of \(bytes.count)")
  }
}

extension Specimen {
  fileprivate mutating func addMember(_ random: inout Random) {
    let start = bytes.count
    // Rarely, because it takes long: zeros, which compress to a few bytes, more than the limit.
    let isBomb = random.chance(of: 64)
    let content =
      isBomb
      ? [UInt8](repeating: 0, count: Loader.gzipLimit * (1 + random.below(40)))
      : random.bytes(random.below(200)) + [UInt8](repeating: 7, count: random.below(300))
    bytes += gzipHeader(&random) + deflated(content, level: random.pick([0, 1, 6, 9]))
    fields += (0..<10).map { Field(place: start + $0, width: 1) }
    fields += [0, 4].map { Field(place: bytes.count + $0, width: 4, isBigEndian: false) }
    bytes += bigEndian(Int(crc32(content))).reversed() + bigEndian(content.count).reversed()
  }
}

/// The header of a member, with rarely used optional fields.
private func gzipHeader(_ random: inout Random) -> [UInt8] {
  let flags = random.chance(of: 2) ? 0 : UInt8(random.below(32))
  var header: [UInt8] = [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 255]
  if flags & 4 != 0 {
    let extra = random.bytes(random.below(20))
    header += bigEndian(extra.count, width: 2).reversed() + extra
  }
  if flags & 8 != 0 { header += Array("name".utf8) + [0] }
  if flags & 16 != 0 { header += Array("comment".utf8) + [0] }
  if flags & 2 != 0 { header += bigEndian(Int(crc32(header)) & 0xFFFF, width: 2).reversed() }
  return header
}
