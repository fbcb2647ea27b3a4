import Fuzzing

@testable import Datasets

/// A set of official form, 28×28, with a handful of pictures made up on the spot.
struct TinySet: Sendable {
  /// One that several tests share, with enough bytes to be cut in the middle.
  static let shared = TinySet(training: 40)

  let set: OfficialSet

  /// The four gzipped files by name.
  let files: [String: [UInt8]]

  /// - Parameters:
  ///   - first: the first pixel and the first label, by which sets differ.
  ///   - suffixes: what the names of files of images and of labels end with, before `.gz`.
  init(
    _ title: String = "Tiny", training: Int = 6, test: Int = 3, first: Int = 0,
    suffixes: (String, String) = ("", ""), lookalikes: [TinySet] = []
  ) {
    let made = [("train", "training", training, first), ("t10k", "test", test, first + 1)]
      .flatMap { part, title, count, first in
        [
          Self.file(
            "\(part)-images\(suffixes.0).gz", "\(title) images", .images,
            idxImages(count, 28, 28, first)),
          Self.file(
            "\(part)-labels\(suffixes.1).gz", "\(title) labels", .labels, idxLabels(count, first)),
        ]
      }
    files = Dictionary(uniqueKeysWithValues: made.map { ($0.file.name, $0.bytes) })
    set = OfficialSet(
      title: title, folder: title, otherNames: ["\(title.lowercased())set"],
      classNames: (0...9).map(String.init), trainingImages: made[0].file,
      trainingLabels: made[1].file, testImages: made[2].file, testLabels: made[3].file,
      lookalikes: { lookalikes.map(\.set) }, mirrors: [])
  }

  /// Puts all files, or those named, into a folder; unpacked if so wanted.
  func write(to folder: TemporaryFolder, _ place: String, only names: [String]? = nil) {
    for (name, bytes) in files where names?.contains(name) ?? true {
      folder.write(bytes, to: "\(place)/\(name)")
    }
  }

  private static func file(
    _ name: String, _ title: String, _ kind: IDXFile.Kind, _ unpacked: [UInt8]
  ) -> (file: OfficialFile, bytes: [UInt8]) {
    let bytes = gzip(unpacked)
    let file = OfficialFile(
      name: name, title: title, kind: kind, byteCount: bytes.count,
      sha256: SHA256.hexDigest(of: bytes), unpackedSHA256: SHA256.hexDigest(of: unpacked))
    return (file, bytes)
  }
}

/// An IDX file of images whose pixels go up by 7.
func idxImages(_ count: Int, _ height: Int, _ width: Int, _ first: Int = 0) -> [UInt8] {
  let header = [0x803, count, height, width].flatMap(bigEndian)
  return header + (0..<count * height * width).map { UInt8(truncatingIfNeeded: first + 7 * $0) }
}

/// An IDX file of labels 0 to 9, over and over.
func idxLabels(_ count: Int, _ first: Int = 0) -> [UInt8] {
  [0x801, count].flatMap(bigEndian) + (0..<count).map { UInt8((first + $0) % 10) }
}

func bigEndian(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// The bytes gzipped.
func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, as: .gzip) }
