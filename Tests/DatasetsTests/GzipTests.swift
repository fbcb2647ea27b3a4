import Testing

@testable import Datasets

@Suite struct GzipTests {
  private let original = (0..<600).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }

  private func decompress(_ bytes: [UInt8], limit: Int = 10_000) throws -> [UInt8] {
    try Gzip.decompress(bytes, name: "file", limit: limit)
  }

  @Test func whatWasCompressedComesBack() throws {
    #expect(try decompress(gzip(original)) == original)
    #expect(try decompress(gzip([])) == [])
    let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 77) }
    #expect(try decompress(gzip(long), limit: 300_000) == long)
  }

  @Test func membersOneAfterAnotherAreJoined() throws {
    #expect(try decompress(gzip([1, 2]) + gzip([]) + gzip([3])) == [1, 2, 3])
  }

  @Test func aFileCutAnywhereIsRefused() {
    let bytes = gzip(original)
    for length in bytes.indices {
      let error = sentence { _ = try decompress(Array(bytes[..<length])) }
      #expect(length < 2 ? error.contains("not gzipped") : error.contains("\(length) bytes end"))
    }
  }

  @Test func noFlippedBitGoesUnnoticed() {
    let bytes = gzip(original)
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      // Some bits of the header, such as the date, and of the padding mean nothing for the data.
      let output = try? decompress(changed)
      #expect(output == nil || output == original)
      let isChecksumOrLength = bit / 8 >= bytes.count - 8
      if isChecksumOrLength { #expect(output == nil) }
    }
  }

  @Test func damageSaysWhatZlibFound() {
    var bytes = gzip(original)
    bytes[bytes.count - 6] ^= 1
    #expect(
      sentence { _ = try decompress(bytes) }
        == "file is damaged after 600 decompressed bytes: incorrect data check")
  }

  @Test func bytesAfterTheEndAreRefused() {
    #expect(
      sentence { _ = try decompress(gzip(original) + [0, 1, 2]) }
        == "file: 3 bytes that are not gzipped follow the compressed data")
  }

  @Test func aFileThatInflatesWithoutEndIsStopped() throws {
    let zeros = gzip([UInt8](repeating: 0, count: 5_000_000))
    #expect(zeros.count < 10_000)
    #expect(
      sentence { _ = try decompress(zeros) }
        == "file decompresses to more than the 10000 bytes expected")
    #expect(try decompress(gzip(original), limit: 600) == original)
    #expect(sentence { _ = try decompress(gzip(original), limit: 599) }.contains("599"))
  }

  @Test func whatIsNotGzippedIsRefused() {
    #expect(sentence { _ = try decompress([]) } == "file is empty, so it is not gzipped")
    #expect(sentence { _ = try decompress([60, 33]) }.contains("does not begin with 1f 8b"))
  }
}
