import Datasets
import Foundation

extension ChapterOptions {
  /// The data set to train on: that of `--dataset`, or else `usual`.
  ///
  /// It is read from this machine or downloaded, with a progress bar. If that fails for the data set of
  /// `--dataset`, the program ends with a sentence; the usual one is then replaced by digits that a
  /// program draws (`DrawnDigits`), with a notice that says so.
  public func loadDataset(usual: DatasetName) -> Dataset {
    func load(_ name: DatasetName) throws -> Dataset {
      let data = try Dataset.loadShowingProgress(name, from: dataDirectory?.path, seed: seed)
      if let remark = data.remark { note(remark) }
      return data
    }

    if let dataset { return orExit { try load(dataset) } }
    do {
      return try load(usual)
    } catch {
      // A damaged file, or a wrong `--data-directory`, is an error that must be corrected.
      guard dataDirectory == nil, error is DownloadError else {
        return orExit { throw error }
      }
      note("\(error)")
      let root = ProcessInfo.processInfo.environment["DATASETS_ROOT"] ?? ""
      let named = root.isEmpty ? "" : " (DATASETS_ROOT is \(root))"
      warning(
        "These are not \(usual.title)'s numbers.",
        "\(usual.title) was not found\(named) and could not be downloaded, so the pictures below are "
          + "digits that this program draws itself. The net learns them just as well, but no number "
          + "here can be compared with one reached on \(usual.title).")
      return orExit { try load(.drawn) }
    }
  }
}

extension Dataset {
  /// The data set of this name, with a progress bar for each file that is downloaded.
  ///
  /// It goes to standard error, with sentences about where the files were looked for.
  ///
  /// - Parameters: those of `load`.
  /// - Throws: what `load` throws.
  public static func loadShowingProgress(
    _ name: DatasetName, from directory: String?, seed: UInt64 = 1
  ) throws -> Dataset {
    var meter: Meter?
    var file = ""
    defer { meter?.finish() }
    func notice(_ sentence: String) { Screen.standardError.say(sentence) }
    return try load(name, from: directory, seed: seed, notice: notice) { progress in
      if progress.file != file {
        file = progress.file
        meter?.finish()
        meter = Meter(file, total: progress.total, counting: .bytes)
      }
      meter?.advance(to: progress.bytes)
    }
  }
}
