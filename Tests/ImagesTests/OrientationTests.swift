import Foundation
import Testing

@testable import Images

@Suite struct OrientationTests {
  @Test(arguments: try Picture.all.get().filter { $0.upright != nil })
  func turnedUprightItIsThatOfPillow(picture: Picture) throws {
    let image = try picture.decoded()
    #expect(picture.name.hasPrefix("turned-\(image.orientation.rawValue)."))
    let upright = image.upright
    #expect(upright.pixels == [UInt8](picture.upright!))
    let isTurned = image.orientation.swapsAxes
    #expect(upright.height == (isTurned ? image.width : image.height))
    #expect(upright.orientation == .upright)
  }

  @Test func allEightOrientationsAreAmongThem() throws {
    let all = try Picture.all.get().filter { $0.upright != nil }.map {
      try $0.decoded().orientation
    }
    #expect(Set(all) == Set(Orientation.allCases))
  }

  @Test func aPictureWithoutANoteIsUpright() throws {
    for name in ["rgb.jpg", "rgb.png"] {
      let image = try RGBImage(fixture(name))
      #expect(image.orientation == .upright && image.upright == image)
    }
  }

  /// One directory entry: the tag, its type, one value.
  private func exif(tag: UInt8 = 0x12, type: UInt8 = 3, _ value: [UInt8]) -> [UInt8] {
    Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, tag, 0, type, 0, 0, 0, 1] + value
  }

  @Test func aLongNumberIsReadAsWell() {
    #expect(Orientation(exif: exif(type: 4, [0, 0, 0, 6])[...]) == .clockwise)
  }

  @Test func whatIsNoOrientationIsNone() {
    for value: UInt8 in [0, 9, 255] {
      #expect(Orientation(exif: exif([0, value, 0, 0])[...]) == nil)
    }
    #expect(Orientation(exif: exif(tag: 0x13, [0, 6, 0, 0])[...]) == nil)
    let whole = exif([0, 6, 0, 0])
    for length in 0..<whole.count - 2 {
      #expect(Orientation(exif: whole.prefix(length)) == nil, "\(length)")
    }
  }
}
