import Fuzzing

@testable import Datasets

/// A set of official form, 28×28, with a handful of pictures made up on the spot.
struct TinySet: Sendable {
  /// One that several tests share, with enough bytes to be cut in the middle.
  static let shared = TinySet(training: 40)

  let set: OfficialSet

  /// The four gzipped files by name.
  let files: [String: [UInt8]]

  init(training: Int = 6, test: Int = 3) {
    let made = [
      Self.file("train-images.gz", .images, training),
      Self.file("train-labels.gz", .labels, training),
      Self.file("t10k-images.gz", .images, test), Self.file("t10k-labels.gz", .labels, test),
    ]
    files = Dictionary(uniqueKeysWithValues: made.map { ($0.file.name, $0.bytes) })
    set = OfficialSet(
      title: "Tiny", folder: "Tiny", classNames: (0...9).map(String.init),
      trainingImages: made[0].file, trainingLabels: made[1].file, testImages: made[2].file,
      testLabels: made[3].file, mirrors: [])
  }

  /// Puts all files, or those named, into a folder; unpacked if so wanted.
  func write(to folder: TemporaryFolder, _ place: String, only names: [String]? = nil) {
    for (name, bytes) in files where names?.contains(name) ?? true {
      folder.write(bytes, to: "\(place)/\(name)")
    }
  }

  private static func file(
    _ name: String, _ kind: IDXFile.Kind, _ count: Int
  ) -> (file: OfficialFile, bytes: [UInt8]) {
    let folder = TemporaryFolder()
    let bytes = gzip(kind == .images ? idxImages(count, 28, 28) : idxLabels(count))
    let sum = try! SHA256.hexDigest(ofFile: folder.write(bytes, to: name))
    let file = OfficialFile(
      name: name, kind: kind, count: count, byteCount: bytes.count, sha256: sum)
    return (file, bytes)
  }
}

/// An IDX file of images whose pixels go up by 7.
func idxImages(_ count: Int, _ height: Int, _ width: Int) -> [UInt8] {
  let header = [0x803, count, height, width].flatMap(bigEndian)
  return header + (0..<count * height * width).map { UInt8(truncatingIfNeeded: 7 * $0) }
}

/// An IDX file of labels 0 to 9, over and over.
func idxLabels(_ count: Int) -> [UInt8] {
  [0x801, count].flatMap(bigEndian) + (0..<count).map { UInt8($0 % 10) }
}

func bigEndian(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// The bytes gzipped.
func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, as: .gzip) }
