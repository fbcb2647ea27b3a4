import Sentences

extension Dataset {
  /// The data set of this name: from files if they are found, else from the network.
  ///
  /// Files are looked for in `directory`, in the folder that the environment variable
  /// `DATASETS_ROOT` names and in `.data`, each with a folder `MNIST` or `FashionMNIST`. What is
  /// not found is downloaded into `directory`, or `.data` if none is given.
  ///
  /// - Parameters:
  ///   - directory: An existing folder of data sets.
  ///   - downloads: Whether the network may be used.
  ///   - seed: Decides what `.drawn` draws; the other sets are what they are.
  ///   - progress: Called on this thread as bytes arrive.
  /// - Throws: `SentenceError` that says what is missing or damaged; `DownloadError` if only the network
  ///   failed.
  public static func load(
    _ name: DatasetName, from directory: String? = nil, downloads: Bool = true, seed: UInt64 = 1,
    progress: (DownloadProgress) -> Void = { _ in }
  ) throws -> Dataset {
    guard let set = name.official else { return DrawnDigits.dataset(seed: seed) }
    return try load(
      set, from: DataDirectory(explicit: directory), by: downloads ? Download(set.mirrors) : nil,
      progress: progress)
  }

  static func load(
    _ set: OfficialSet, from places: DataDirectory, by download: Download?,
    progress: (DownloadProgress) -> Void
  ) throws -> Dataset {
    for folder in places.searched {
      if let files = FoundFiles(set, in: folder) { return try Dataset(set, files) }
    }
    guard let download else { throw notFound(set, places) }
    let folder = "\(places.destination)/\(set.folder)"
    for file in set.files where FoundFiles.path(of: file, in: folder) == nil {
      try download.fetch(file, into: folder, progress: progress)
    }
    guard let files = FoundFiles(set, in: places.destination) else { throw notFound(set, places) }
    return try Dataset(set, files)
  }

  private static func notFound(_ set: OfficialSet, _ places: DataDirectory) -> SentenceError {
    let reasons = places.searched.map { "\n  " + FoundFiles.explanation(set, in: $0) }
    return SentenceError("\(set.title) was not found:" + reasons.joined())
  }
}
