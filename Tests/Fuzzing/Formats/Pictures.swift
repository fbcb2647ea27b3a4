import Autograd
import Foundation
import Images

extension Loader {
  /// PNG files: those of the tests, and others of every kind with random chunks.
  static let png = Loader(name: "png") { random in
    let made = random.chance(of: 2) ? Specimen.png(&random) : random.pick(Picture.png)
    return Specimen(bytes: made, fields: Picture.chunkFields(of: made), seal: Picture.resealed)
  } read: { bytes, _ in
    try readThrough(bytes)
  }

  /// JPEG files: those of the tests, with pieces of them repeated.
  static let jpeg = Loader(name: "jpeg") { random in
    let bytes = random.pick(Picture.jpeg)
    var segments = Picture.segments(of: bytes)
    if random.chance(of: 4) {
      let segment = random.pick(segments)
      let times = random.pick([1, 2, 10, 600])
      let place = random.below(segments.count)
      segments.insert(contentsOf: Array(repeating: segment, count: times), at: place)
    }
    let repeated = segments.flatMap(\.self)
    return Specimen(bytes: repeated, fields: Picture.segmentFields(of: segments))
  } read: { bytes, _ in
    try readThrough(bytes)
  }

  private static func readThrough(_ bytes: [UInt8]) throws {
    let image = try RGBImage(bytes, name: "file")
    require(
      image.pixels.count == image.height * image.width * 3,
      "\(image.pixels.count) bytes came for \(image.height)×\(image.width) pixels")
    require(image.pixels.reduce(0) { $0 &+ Int($1) } >= 0, "the pixels cannot be summed")
  }
}

/// The pictures that the tests read.
enum Picture {
  static let png = files("png")
  static let jpeg = files("jpg")

  private static func files(_ ending: String) -> [[UInt8]] {
    let folder = URL(filePath: #filePath).appending(path: "../../../../Tests/Fixtures/Images")
      .standardized
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(ending) }
        .map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
    } catch { fatalError("\(folder.path) holds the pictures to be spoiled, but: \(error)") }
  }
}
