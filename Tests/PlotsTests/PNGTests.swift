import Czlib
import Testing

@testable import Plots

@Suite struct PNGTests {
  @Test(arguments: [1, 3]) func theBytesAreDecodedAgain(channels: Int) throws {
    let (width, height) = (7, 5)
    let bytes = (0..<width * height * channels).map { UInt8($0 * 37 % 256) }
    let pixels =
      channels == 1
      ? Pixels(width: width, height: height, gray: bytes)
      : Pixels(width: width, height: height, rgb: bytes)
    let chunks = try chunks(of: pixels.png)
    #expect(chunks.map(\.name) == ["IHDR", "IDAT", "IEND"])
    let colorType: UInt8 = channels == 1 ? 0 : 2
    #expect(chunks[0].body == [0, 0, 0, 7, 0, 0, 0, 5, 8, colorType, 0, 0, 0])

    let stride = width * channels + 1
    var rows = [UInt8](repeating: 0, count: height * stride)
    var length = uLong(rows.count)
    #expect(uncompress(&rows, &length, chunks[1].body, uLong(chunks[1].body.count)) == Z_OK)
    #expect(Int(length) == height * stride)
    for row in 0..<height {
      #expect(rows[row * stride] == 0)
      #expect(
        Array(rows[row * stride + 1..<(row + 1) * stride])
          == Array(bytes[row * (stride - 1)..<(row + 1) * (stride - 1)]))
    }
  }

  @Test func repeatedPixelsCompressWell() {
    let small = Pixels(width: 28, height: 28, gray: (0..<784).map { UInt8($0 % 251) })
    #expect(small.enlarged(by: 8).png.count < 4 * small.png.count)
  }

  /// The chunks of a PNG, with their checksums checked.
  private func chunks(of png: [UInt8]) throws -> [(name: String, body: [UInt8])] {
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    var chunks: [(name: String, body: [UInt8])] = []
    var at = 8
    while at < png.count {
      let end = at + 8 + number(at)
      try #require(end + 4 <= png.count)
      let named = Array(png[at + 4..<end])
      #expect(number(end) == Int(crc32(0, named, uInt(named.count))))
      chunks.append((String(decoding: named[..<4], as: UTF8.self), Array(named[4...])))
      at = end + 4
    }
    return chunks
  }
}
