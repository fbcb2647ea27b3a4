import Datasets
import Foundation

extension ChapterOptions {
  /// The data set to learn: the one the reader asked for, or else `usual`.
  ///
  /// It is found on this machine or downloaded, with a bar. What the reader asked for and cannot be had
  /// ends the program with a sentence. The usual one, when it cannot be had, is replaced by digits
  /// that we draw ourselves, under a notice that nobody can overlook.
  public func loadDataset(usual: DatasetName) -> Dataset {
    var meter: Meter?
    var file = ""
    func load(_ name: DatasetName) throws -> Dataset {
      defer { meter?.finish() }
      return try Dataset.load(name, from: dataDirectory?.path, seed: seed) { progress in
        if progress.file != file {
          file = progress.file
          meter?.finish()
          meter = Meter(file, total: progress.total, counting: .bytes)
        }
        meter?.advance(to: progress.bytes)
      }
    }

    if let dataset { return orExit { try load(dataset) } }
    do {
      return try load(usual)
    } catch {
      // A folder the reader named and a file that is damaged are the reader's to mend.
      guard dataDirectory == nil, (error as? DatasetError)?.isOutOfReach == true else {
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
