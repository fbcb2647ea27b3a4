import Datasets
import Foundation

extension ChapterOptions {
  /// The data set to learn: the one the reader asked for, or else `usual`.
  ///
  /// It is found on this machine or downloaded, with a bar. What the reader asked for and cannot be had
  /// ends the program with a sentence. The usual one, when it cannot be had, is replaced by digits
  /// that we draw ourselves, under a notice that nobody can overlook.
  public func loadDataset(usual: DatasetName) -> Dataset {
    func load(_ name: DatasetName) throws -> Dataset {
      try Dataset.loadShowingProgress(name, from: dataDirectory?.path, seed: seed)
    }

    if let dataset { return orExit { try load(dataset) } }
    do {
      return try load(usual)
    } catch {
      // A folder the reader named and a file that is damaged are the reader's to mend.
      guard dataDirectory == nil, error is DownloadError else {
        return orExit { throw error }
      }
      note("\(error)")
      warning(
        "These are not \(usual.title)'s numbers.",
        "\(usual.title) is not on this machine and could not be downloaded, so the pictures below are "
          + "digits that this program draws itself. The net learns them just as well, but no number "
          + "here can be compared with one reached on \(usual.title).")
      return orExit { try load(.drawn) }
    }
  }
}

extension Dataset {
  /// The data set of this name, with a bar for each file that has to be downloaded.
  ///
  /// - Parameters: those of `load`.
  /// - Throws: what `load` throws.
  public static func loadShowingProgress(
    _ name: DatasetName, from directory: String?, seed: UInt64 = 1
  ) throws -> Dataset {
    var meter: Meter?
    var file = ""
    defer { meter?.finish() }
    return try load(name, from: directory, seed: seed) { progress in
      if progress.file != file {
        file = progress.file
        meter?.finish()
        meter = Meter(file, total: progress.total, counting: .bytes)
      }
      meter?.advance(to: progress.bytes)
    }
  }
}
