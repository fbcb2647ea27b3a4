import Foundation
import Sentences

extension Dataset {
  /// The data set of this name: from files if they are found, else from the network.
  ///
  /// Files are looked for in `directory`, in the folder that the environment variable
  /// `DATASETS_ROOT` names and in `.data`; in each in a folder of the set's name, such as `MNIST` or
  /// `fashion-mnist`, and in the folder itself. What is not found is downloaded into `directory`, or
  /// `.data` if none is given.
  ///
  /// - Parameters:
  ///   - directory: An existing folder of data sets.
  ///   - downloads: Whether the network may be used.
  ///   - seed: Decides what `.drawn` draws; the other sets are what they are.
  ///   - notice: Called on this thread with sentences: which folder lacks the set, and which server is
  ///     being waited for. Without it they go to standard error.
  ///   - progress: Called on this thread as bytes arrive.
  /// - Throws: `SentenceError` that says what is missing, damaged or of another set; `DownloadError` if
  ///   only the network failed.
  public static func load(
    _ name: DatasetName, from directory: String? = nil, downloads: Bool = true, seed: UInt64 = 1,
    notice: (String) -> Void = { FileHandle.standardError.write(Data("\($0)\n".utf8)) },
    progress: (DownloadProgress) -> Void = { _ in }
  ) throws -> Dataset {
    guard let set = name.official else { return DrawnDigits.dataset(seed: seed) }
    return try load(
      set, from: DataDirectory(explicit: directory), by: downloads ? Download(set.mirrors) : nil,
      notice: notice, progress: progress)
  }

  static func load(
    _ set: OfficialSet, from places: DataDirectory, by download: Download?,
    notice: (String) -> Void = { _ in }, progress: (DownloadProgress) -> Void
  ) throws -> Dataset {
    var passed: [PassedFolder] = []
    func noticePassed(_ instead: String) {
      // That the standard folder is empty before the first download is no news.
      let named = passed.filter { $0.path != places.standard }
      if !named.isEmpty { notice(places.sentence(set, named) + "\n\(instead)") }
    }
    for folder in places.searched {
      switch try set.search(folder) {
      case .found(let files):
        noticePassed("It is read from \(files.folder).")
        return try Dataset(set, files)
      case .passed(let folder): passed.append(folder)
      }
    }
    guard let download else { throw SentenceError(places.sentence(set, passed, asks: true)) }
    noticePassed("It is being downloaded into \(places.destination).")
    let begun = passed.first { $0.path == places.destination }?.begun
    let folder = begun ?? "\(places.destination)/\(set.folder)"
    do {
      for file in set.files where try SetFolder(folder).path(of: file) == nil {
        try download.fetch(file, into: folder, notice: notice, progress: progress)
      }
    } catch let error as DownloadError {
      throw DownloadError(
        description: places.sentence(set, passed, asks: true) + "\n\(error.description)")
    }
    guard let files = try SetFolder(folder).files(of: set) else {
      throw SentenceError(places.sentence(set, passed, asks: true))
    }
    return try Dataset(set, files)
  }
}
