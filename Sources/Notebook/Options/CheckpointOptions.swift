import ArgumentParser
import Foundation

/// The options of chapters that keep their net in a file.
struct CheckpointOptions: ParsableArguments {
  @Option(
    name: .customLong("save"),
    help: .init(
      "A file for the net and all it takes to go on, replaced after every epoch and on Ctrl-C. The "
        + "weights of the best epoch are kept beside it, as -best.",
      valueName: "file", visibility: offered(.save)))
  var savePath: Path?

  @Option(
    name: .customLong("load"),
    help: .init(
      "A file to go on from: one of --save, or a net's weights from PyTorch (.safetensors).",
      valueName: "file", visibility: offered(.load)))
  var loadPath: Path?

  init() {}
}

extension ChapterOptions {
  /// The file of `--save`, if it was given.
  public var save: URL? { checkpoints.savePath?.url }

  /// The file of `--load`, if it was given.
  public var load: URL? { checkpoints.loadPath?.url }
}
