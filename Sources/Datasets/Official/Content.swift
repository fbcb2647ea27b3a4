import Files
import Sentences

/// What the file of a set holds, and its SHA-256 sum, which tells whether it is the official one.
struct Content {
  /// The official file that is wanted in its place.
  let wanted: OfficialFile
  let path: String
  let file: IDXFile
  let sha256: String

  /// Reads the file at `path`, gzipped, gzipped twice, or not at all, whatever its name says.
  init(of wanted: OfficialFile, at path: String) throws {
    (self.wanted, self.path) = (wanted, path)
    var bytes = try InputFile.bytes(of: path, limit: Self.mostBytes)
    for _ in 0..<2 where Gzip.isGzip(bytes) {
      bytes = try Gzip.decompress(bytes, name: path, limit: Self.mostBytes)
    }
    file = try IDXFile(bytes, kind: wanted.kind, name: path)
    sha256 = SHA256.hexDigest(of: bytes)
  }

  /// A set of one's own may be larger than an official one, but a few kilobytes can decompress to gigabytes.
  private static let mostBytes = 1 << 28

  var isOfficial: Bool { sha256 == wanted.unpackedSHA256 }
}

extension OfficialSet {
  /// Whose official file this is, if it is another's than is wanted: of this set or of one like it.
  func other(_ content: Content) -> (set: OfficialSet, file: OfficialFile)? {
    guard !content.isOfficial else { return nil }
    for set in [self] + lookalikes() {
      let file = set.files.first { $0.unpackedSHA256 == content.sha256 }
      if let file { return (set, file) }
    }
    return nil
  }

  /// Checks that no file belongs to another set or another part.
  ///
  /// - Returns: a sentence if some files are not the official ones, which makes them a set of one's own.
  /// - Throws: `SentenceError`
  func remark(on contents: [Content]) throws -> String? {
    let others = contents.compactMap(other)
    if let set = others.first?.set, set.title != title,
      others.map(\.file.name) == files.map(\.name), others.allSatisfy({ $0.set.title == set.title })
    {
      throw SentenceError(
        "\(contents[0].path) and the three files beside it are \(set.title)'s, whose names are the same "
          + "as \(title)'s; put \(title)'s there, or choose \(set.title) as the data set")
    }
    for content in contents {
      guard let other = other(content) else { continue }
      throw SentenceError(
        "\(content.path) holds the \(other.file.title) of \(other.set.title); wanted are the "
          + "\(content.wanted.title) of \(title)")
    }
    if contents[0].sha256 == contents[2].sha256 {
      throw SentenceError(
        "\(contents[0].path) and \(contents[2].path) hold the same images: a net would be tested on "
          + "those it was trained on")
    }
    let own = contents.filter { !$0.isOfficial }
    guard !own.isEmpty else { return nil }
    let holdings = own.map { "\($0.path) holds \($0.file.dimensions[0]) \($0.wanted.title)" }
    return
      "Not the official files of \(title): \(holdings.joined(separator: ", ")). Results on them "
      + "cannot be compared with those on \(title)."
  }
}
