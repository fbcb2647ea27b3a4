/// One file of an official data set: its name, size and checksum.
struct OfficialFile: Sendable {
  /// The name under which it is published; the unpacked file's is the same without `.gz`.
  let name: String

  let kind: IDXFile.Kind

  /// The number of images or labels in it.
  let count: Int

  /// The size of the gzipped file in bytes.
  let byteCount: Int

  /// The SHA-256 sum of the gzipped file, in hexadecimal.
  let sha256: String

  var unpackedName: String { String(name.dropLast(".gz".count)) }

  /// The size in bytes of the file when unpacked: the header and the numbers.
  var unpackedByteCount: Int {
    4 + 4 * kind.axes + count * (kind == .images ? OfficialSet.side * OfficialSet.side : 1)
  }
}
