import ArgumentParser
import Foundation

/// The options of chapters that keep their net in a file.
///
/// Other chapters accept them only to say that they do not apply there.
struct CheckpointOptions: ParsableArguments {
  @Option(
    name: .customLong("save"),
    help: .init(
      "A file for the net and all it takes to go on, replaced after every epoch and on Ctrl-C. The "
        + "weights of the best epoch are kept beside it, as -best.",
      valueName: "file", visibility: Self.visibility))
  var savePath: Path?

  @Option(
    name: .customLong("load"),
    help: .init(
      "A file to go on from: one of --save, or a net's weights from PyTorch (.safetensors).",
      valueName: "file", visibility: Self.visibility))
  var loadPath: Path?

  init() {}

  func validate() throws {
    let chapter = Chapter.current
    guard !chapter.checkpoints else { return }
    for (name, path) in [("--save", savePath), ("--load", loadPath)] where path != nil {
      throw ValidationError("\(name) is not for \(chapter.name), which keeps no net in a file")
    }
  }

  private static var visibility: ArgumentVisibility {
    Chapter.current.checkpoints ? .default : .private
  }
}

extension ChapterOptions {
  /// The file of `--save`, if it was given.
  public var save: URL? { checkpoints.savePath?.url }

  /// The file of `--load`, if it was given.
  public var load: URL? { checkpoints.loadPath?.url }
}
