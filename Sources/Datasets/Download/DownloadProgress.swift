/// How far the download of one file has come.
public struct DownloadProgress: Equatable, Sendable {
  /// The file's name, such as "train-images-idx3-ubyte.gz".
  public let file: String

  /// The bytes here so far, with those kept from an earlier, interrupted download.
  public let bytes: Int

  /// The bytes of the whole file.
  public let total: Int
}
