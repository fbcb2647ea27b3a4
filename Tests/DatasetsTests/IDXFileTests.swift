import Testing

@testable import Datasets

@Suite struct IDXFileTests {
  private func error(_ bytes: [UInt8], _ kind: IDXFile.Kind = .images) -> String {
    sentence { _ = try IDXFile(bytes, kind: kind, name: "file") }
  }

  @Test func imagesAreReadInOrder() throws {
    let file = try IDXFile(idxImages(2, 3, 4), kind: .images, name: "file")
    #expect(file.dimensions == [2, 3, 4])
    #expect(Array(file.payload.prefix(3)) == [0, 7, 14])
    #expect(file.payload.count == 24)
  }

  @Test func labelsAreReadInOrder() throws {
    let file = try IDXFile(idxLabels(3), kind: .labels, name: "file")
    #expect(file.dimensions == [3])
    #expect(Array(file.payload) == [0, 1, 2])
  }

  @Test func aFileCutAnywhereIsRefused() {
    for (bytes, kind) in [(idxImages(2, 3, 4), IDXFile.Kind.images), (idxLabels(5), .labels)] {
      for length in bytes.indices { #expect(error(Array(bytes[..<length]), kind).contains("file")) }
    }
  }

  @Test func aFileTooShortForItsHeaderSaysHowLongItIs() {
    #expect(
      error([0, 0, 8]) == "file ends after 3 bytes; the header alone of a file of images has 16")
    #expect(error(Array(idxLabels(2)[..<7]), .labels).contains("after 7 bytes"))
  }

  @Test func everyBitOfTheHeaderMatters() {
    let bytes = idxImages(2, 3, 4)
    for bit in 0..<16 * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(!error(changed).isEmpty)
    }
  }

  @Test func aWrongMagicSaysWhatIsThereAndWhatWasWanted() {
    #expect(
      error(idxLabels(20)) == "file begins with 0x00000801, which says that it holds labels; "
        + "wanted are images, 0x00000803")
    #expect(error(Array("  <!DOCTYPE html><html>".utf8)).hasPrefix("file is an HTML page; "))
    #expect(error(gzip(idxImages(1, 2, 2))).contains("how a gzipped file begins"))
    #expect(error(Array(repeating: 9, count: 20)).contains("not IDX as MNIST uses it"))
  }

  @Test func sizesThatDoNotMatchSayBothNumbers() {
    #expect(
      error(idxImages(2, 3, 4) + [0])
        == "file: the header asks for 2 × 3 × 4 = 24 bytes, but 25 follow it")
  }

  @Test func sizesThatOverflowAreRefused() {
    let enormous = [0x803, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF].flatMap(bigEndian)
    #expect(error(enormous).contains("more than can be counted"))
    // These wrap around to 0 in 64 bits, which is how many bytes follow.
    let wrapping = [0x803, 0x8000_0000, 0x8000_0000, 4].flatMap(bigEndian)
    #expect(error(wrapping).contains("more than can be counted"))
  }

  @Test func aFileOfNothingIsRefused() {
    #expect(error(idxImages(0, 28, 28)).contains("holds no images"))
    #expect(error(idxImages(3, 0, 28)).contains("holds no images"))
    #expect(error(idxLabels(0), .labels).contains("holds no labels"))
  }
}
