import Foundation
import Testing

@testable import Notebook
import TestSupport

struct GalleryTests {
  func square(_ size: Int, _ caption: String = "") -> GrayImage {
    GrayImage(
      [UInt8](repeating: 255, count: size * size), height: size, width: size, caption: caption)
  }

  @Test func imagesStandSideBySideWithCaptionsBelow() {
    #expect(
      gallery([square(4, "7"), square(4, "二")], .grayWindow(12)) == """
        @@@@  @@@@
        @@@@  @@@@
         7     二
        """)
  }

  @Test func aRowThatIsFullBeginsAnother() {
    let rows = gallery([square(28), square(28), square(28)], .grayWindow(80)).split(
      separator: "\n\n")
    #expect(rows.count == 2)
    #expect(rows[0].split(separator: "\n").allSatisfy { $0.count == 58 })
    #expect(rows[1].split(separator: "\n").allSatisfy { $0.count == 28 })
  }

  @Test func afterTwoRowsALineSaysHowManyThereAre() {
    let images = [GrayImage](repeating: square(28, "7"), count: 16)
    let rows = gallery(images, .grayWindow(80)).components(separatedBy: "\n\n")
    #expect(rows.count == 3 && rows[2] == "the first 4 of 16")
    #expect(!gallery(Array(images.prefix(4)), .grayWindow(80)).contains("first"))
  }

  @Test func aCaptionMayBeWiderThanItsImage() {
    #expect(gallery([square(2, "wide"), square(2, "x")], .grayWindow(12)) == " @@    @@\nwide   x")
  }

  @Test func anImageWiderThanTheWindowIsShrunk() {
    let lines = gallery([square(96)], .grayWindow(50)).split(separator: "\n")
    #expect(lines.map(\.count) == [Int](repeating: 48, count: 24))
  }

  @Test func noImagesAreNoText() {
    #expect(gallery([], .file) == "")
  }
}
