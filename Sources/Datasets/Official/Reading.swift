import Files
import Sentences

/// How an official set is read from its files.
extension Dataset {
  init(_ set: OfficialSet, _ files: FoundFiles) throws {
    func images(
      _ images: (OfficialFile, String), _ labels: (OfficialFile, String)
    ) throws -> LabeledImages {
      try LabeledImages(
        images: images.0.read(images.1), labels: labels.0.read(labels.1),
        classNames: set.classNames, side: OfficialSet.side)
    }
    self.init(
      name: set.title,
      training: try images(
        (set.trainingImages, files.trainingImages), (set.trainingLabels, files.trainingLabels)),
      test: try images((set.testImages, files.testImages), (set.testLabels, files.testLabels)))
  }
}

extension OfficialFile {
  /// What the file at `path` holds, gzipped or not, if it is as long as the official one.
  func read(_ path: String) throws -> IDXFile {
    // A poor compressor can make the gzipped file a little longer than what is in it.
    var bytes = try InputFile.bytes(of: path, limit: unpackedByteCount + 65_536)
    if Gzip.isGzip(bytes) || path.hasSuffix(".gz") {
      bytes = try Gzip.decompress(bytes, name: path, limit: unpackedByteCount)
    }
    let file = try IDXFile(bytes, kind: kind, name: path)
    guard file.dimensions[0] == count else {
      throw SentenceError(
        "\(path) holds \(file.dimensions[0]) \(kind); the official file holds \(count)")
    }
    return file
  }
}
