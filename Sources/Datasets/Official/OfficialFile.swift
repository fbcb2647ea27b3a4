/// One file of an official data set: its name, size and checksums.
struct OfficialFile: Sendable {
  /// The name under which it is published; the unpacked file's is the same without `.gz`.
  let name: String

  /// What it holds, such as "training images".
  let title: String

  let kind: IDXFile.Kind

  /// The size of the gzipped file in bytes.
  let byteCount: Int

  /// The SHA-256 sum of the gzipped file, in hexadecimal.
  let sha256: String

  /// The SHA-256 sum of the unpacked file, by which it is recognized however it was compressed.
  let unpackedSHA256: String

  var unpackedName: String { String(name.dropLast(".gz".count)) }

  /// Whether a file of this name can be it: gzipped or not, with dots, spaces or underscores for hyphens.
  func isNamed(_ other: String) -> Bool {
    var name = hyphenated(other)
    while name.hasSuffix("-gz") { name.removeLast("-gz".count) }
    return name == hyphenated(unpackedName)
  }

  private func hyphenated(_ name: String) -> String {
    name.lowercased().replacing(#/[._ ]/#, with: "-")
  }
}
