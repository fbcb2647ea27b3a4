/// The progress of the download of one file.
public struct DownloadProgress: Equatable, Sendable {
  /// The file's name, such as "train-images-idx3-ubyte.gz".
  public let file: String

  /// The number of bytes so far, including those of an earlier, interrupted download.
  public let bytes: Int

  /// The size of the whole file in bytes.
  public let total: Int
}
