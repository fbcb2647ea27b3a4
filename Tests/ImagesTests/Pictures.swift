import Foundation
import Testing

@testable import Images

/// A picture that Pillow has read, too; `Tests/Peers/images.py` makes them.
struct Picture: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let height, width: Int
  /// What Pillow reads, `[height, width, 3]`.
  let pixels: Data
  /// What torchvision's `Resize(14)` and `CenterCrop(11)` make of it, `[11, 11, 3]`.
  let cropped: Data
  /// What Pillow's `exif_transpose` makes of it, where a camera has noted an orientation.
  let upright: Data?

  var testDescription: String { name }

  static let all = Result {
    try JSONDecoder().decode([Picture].self, from: Data(contentsOf: fixture("pictures.json")))
  }

  func decoded() throws -> RGBImage { try RGBImage(fixture(name)) }

}

func fixture(_ name: String) -> URL {
  URL(filePath: #filePath).appending(path: "../../Fixtures/Images/\(name)").standardized
}
