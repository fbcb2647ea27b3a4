import Foundation
import Sentences
import Testing

@testable import Images

@Suite struct ReadingTests {
  @Test(arguments: try Picture.all.get()) func pixelsAreThoseOfPillow(picture: Picture) throws {
    let image = try picture.decoded()
    #expect(image.height == picture.height && image.width == picture.width)
    #expect(image.pixels == [UInt8](picture.pixels))
  }

  @Test(arguments: ["rgb.png", "palette.png", "gray.png", "rgb.jpg", "progressive.jpg"])
  func aPictureCutOffAnywhereIsRefused(name: String) throws {
    let bytes = try bytes(name)
    // Without its last chunk or marker no pixel is missing.
    let end = name.hasSuffix("png") ? 12 + 4 : 2
    for length in 0..<bytes.count - end {
      #expect(throws: SentenceError.self, "\(length)") {
        try RGBImage(Array(bytes.prefix(length)), name: name)
      }
    }
  }

  @Test(
    arguments: [
      ([], "a is empty; a PNG or a JPEG picture was wanted"),
      (
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        "a is neither a PNG nor a JPEG picture: it begins with the bytes 01 02 03 04 05 06 07 08"
      ),
      (
        Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ".utf8),
        """
        a is a WebP picture; convert it, in Python:
          from PIL import Image
          Image.open("a").convert("RGB").save("a.png")
        """
      ),
      (
        Array("version https://git-lfs.github.com/spec/v1".utf8),
        "a is a Git LFS pointer; the picture itself was not fetched: git lfs pull"
      ),
      (
        PNG.signature,
        "a is a PNG picture that cannot be read; libpng says: read beyond end of data"
      ),
      (JPEG.signature, "a is a JPEG file that ends before a picture begins"),
    ] as [([UInt8], String)])
  func whatIsNoPictureGetsASentence(bytes: [UInt8], sentence: String) {
    expect(bytes, sentence)
  }

  @Test func bytesTooManyDoNoHarm() throws {
    var jpeg = try bytes("rgb.jpg")
    let picture = try RGBImage(jpeg, name: "a")
    jpeg.insert(contentsOf: [0, 0], at: jpeg.count - 2)
    #expect(try RGBImage(jpeg, name: "a") == picture)
  }

  /// Otherwise a few bytes could ask for hundreds of megabytes.
  @Test func aPictureThatItsFileCannotHoldIsRefused() throws {
    var jpeg = try bytes("gray.jpg")
    let frame = jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 }!
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x1F, 0x40, 0x1F, 0x40])
    expect(
      jpeg, "a says that it is 8000×8000 pixels large, which \(jpeg.count) bytes cannot hold")
  }

  @Test func aPartLongerThanItsFileIsRefused() throws {
    var png = try bytes("gray.png")
    // A part of the kind for which libpng makes room at once.
    png.replaceSubrange(33..<41, with: [0x40, 0, 0, 9] + Array("sPLT".utf8))
    expect(
      png,
      "a is a PNG picture that is cut off or damaged: of the 1073741833 bytes of a part that "
        + "begins at byte 41, \(png.count - 41) are there")
  }

  @Test func aPictureTooLargeIsRefusedBeforeRoomIsMadeForIt() throws {
    // A million pixels each way, and the checksum of a header that says so.
    let size: [UInt8] = [0, 0x0F, 0x42, 0x40]
    var png = try bytes("gray.png")
    png.replaceSubrange(16..<24, with: size + size)
    png.replaceSubrange(29..<33, with: [0x79, 0x06, 0x67, 0xA1])
    expect(png, "a is 1000000×1000000 pixels large; a picture may have 67108864 at most")

    var jpeg = try bytes("gray.jpg")
    let frame = jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 }!
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFD, 0xE8, 0xFD, 0xE8])
    expect(jpeg, "a is 65000×65000 pixels large; a picture may have 67108864 at most")
  }

  @Test func aFileThatIsNotThereGetsASentence() {
    let error = #expect(throws: (any Error).self) { try RGBImage(fixture("none.png")) }
    #expect("\(error!)".hasSuffix("none.png cannot be opened: No such file or directory"))
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: fixture(name)))
  }

  private func expect(
    _ bytes: [UInt8], _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: SentenceError.self, sourceLocation: sourceLocation) {
      try RGBImage(bytes, name: "a")
    }
    #expect(error?.description == sentence, sourceLocation: sourceLocation)
  }
}
