import Autograd

// A PNG is eight bytes and then chunks: a length, four letters, so many bytes, a checksum.

extension Specimen {
  /// A small picture of any valid kind, and of some invalid ones.
  static func png(_ random: inout Random) -> [UInt8] {
    let (width, height) = (1 + random.below(8), 1 + random.below(8))
    let (kind, depth) = random.pick(kinds)
    let isInterlaced = random.chance(of: 3)
    let samples = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][kind] ?? 1
    let rowByteCount = (width * samples * depth + 7) / 8
    // An interlaced picture has fewer bytes of rows than these.
    let rows = (0..<height * (isInterlaced ? 3 : 1)).flatMap { _ in
      [UInt8(random.below(random.chance(of: 9) ? 7 : 5))] + random.bytes(rowByteCount)
    }
    var chunks = Picture.chunk("PLTE", random.bytes(3 * random.below(1 << min(depth, 4) + 1)))
    if kind != 3 && random.chance(of: 2) { chunks = [] }
    for _ in 0..<random.below(4) {
      chunks += Picture.chunk(random.pick(names), random.bytes(random.below(30)))
    }
    let header =
      bigEndian(width) + bigEndian(height)
      + [UInt8(depth), UInt8(kind), 0, 0, isInterlaced ? 1 : 0]
    return signature + Picture.chunk("IHDR", header) + chunks
      + Picture.chunk("IDAT", deflated(rows, level: 6, as: .zlib)) + Picture.chunk("IEND", [])
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Color types and bit depths.
  private static let kinds = [
    (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8),
    (4, 8),
    (4, 16), (6, 8), (6, 16), (1, 8), (5, 3), (3, 16), (2, 1),
  ]

  private static let names = [
    "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT", "tIME",
    "tEXt", "zTXt", "iTXt", "eXIf", "oFFs", "pCAL", "sCAL", "abcd", "ABCD", "IDAT", "PLTE", "IHDR",
  ]
}

extension Picture {
  static func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + bytes
    return bigEndian(bytes.count) + body + bigEndian(Int(crc32(body)))
  }

  /// The places of lengths and checksums, and of the numbers of the first chunk.
  static func chunkFields(of bytes: [UInt8]) -> [Specimen.Field] {
    let frames = chunks(of: bytes).flatMap {
      [Specimen.Field(place: $0.lowerBound, width: 4), .init(place: $0.upperBound - 4, width: 4)]
    }
    return frames
      + [(16, 4), (20, 4), (16, 4), (20, 4), (24, 1), (25, 1), (26, 1), (27, 1), (28, 1)]
      .map { Specimen.Field(place: $0, width: $1) }
  }

  /// The same file with correct checksums of its chunks.
  @Sendable static func resealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for chunk in chunks(of: bytes) {
      let sum = crc32(bytes[chunk.lowerBound + 4..<chunk.upperBound - 4])
      bytes.replaceSubrange(chunk.upperBound - 4..<chunk.upperBound, with: bigEndian(Int(sum)))
    }
    return bytes
  }

  /// The chunks that begin within the file, whatever their lengths say.
  private static func chunks(of bytes: [UInt8]) -> [Range<Int>] {
    var (chunks, start) = ([Range<Int>](), 8)
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - start - 12 else { break }
      chunks.append(start..<start + 12 + length)
      start += 12 + length
    }
    return chunks
  }
}
