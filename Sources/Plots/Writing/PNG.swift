import Sentences
import Czlib

extension Pixels {
  /// The image as the bytes of a PNG file.
  var png: [UInt8] {
    let stride = width * channels
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (stride + 1))
    for row in 0..<height {
      rows.append(0)  // the filter type of the row: none
      rows += bytes[row * stride..<(row + 1) * stride]
    }
    let colorType: UInt8 = channels == 1 ? 0 : 2
    let size = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return signature + chunk("IHDR", size + [8, colorType, 0, 0, 0])
      + chunk("IDAT", compressed(rows)) + chunk("IEND", [])
  }
}

/// A chunk of a PNG file: length, type, data, and the CRC-32 of type and data.
private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
  let named = Array(name.utf8) + body
  let checksum = UInt32(truncatingIfNeeded: crc32(0, named, uInt(named.count)))
  return bigEndian(UInt32(body.count)) + named + bigEndian(checksum)
}

/// The bytes as a zlib stream.
package func compressed(_ bytes: [UInt8]) -> [UInt8] {
  var length = compressBound(uLong(bytes.count))
  var out = [UInt8](repeating: 0, count: Int(length))
  let status = compress2(&out, &length, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
  require(status == Z_OK, "zlib could not compress \(bytes.count) bytes: it answered \(status).")
  return Array(out[..<Int(length)])
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
