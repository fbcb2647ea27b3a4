import ArgumentParser
import Datasets
import Foundation

/// The options that all chapters have on their command line.
///
///     let options = ChapterOptions.parse(chapter: 2, abstract: "…", epochs: 5)
///     let epochs = options.epochs ?? 5
public struct ChapterOptions: ParsableArguments {
  // `unconditional`, so that -1 is taken for a number and gets the sentence a wrong number gets.
  @Option(
    parsing: .unconditional,
    help: .init(
      "How often to go through the training images.\(Chapter.current.said(\.epochs))",
      valueName: "n"))
  public var epochs: Int?

  @Option(
    parsing: .unconditional,
    help: .init(
      "How many images to learn from at a time.\(Chapter.current.said(\.batchSize))",
      valueName: "n"))
  public var batchSize: Int?

  @Option(
    parsing: .unconditional,
    help: .init("Where random numbers begin: the same seed, the same run.", valueName: "n"))
  public var seed: UInt64 = 1

  @Option(
    name: .customLong("dataset"),
    help: .init(
      "What to learn: \(DatasetName.list).\(Chapter.current.saidDataset)", valueName: "name"))
  private var datasetName: String?

  @Option(
    name: .customLong("data-directory"),
    help: .init(
      "The folder in which data sets are looked for first, and to which they are downloaded. "
        + "Then come the folder in the environment variable DATASETS_ROOT and the package's .data.",
      valueName: "path"))
  private var dataPath: Path?

  @Option(
    name: .customLong("log"),
    help: .init(
      "A file for the numbers of the run, a JSON object per line; an older one is replaced.",
      valueName: "file"))
  private var logPath: Path?

  @OptionGroup var figureOptions: FigureOptions

  @OptionGroup var checkpoints: CheckpointOptions

  @Flag(help: "A short run, to see that everything works.")
  public var quick = false

  @Flag(help: "A long run, for the best results.")
  public var full = false

  public init() {}

  public func validate() throws {
    try requireAtLeastOne("--epochs", epochs)
    try requireAtLeastOne("--batch-size", batchSize)
    if let problem = datasetName.flatMap(DatasetName.problem) {
      throw ValidationError("--dataset is \(problem)")
    }
    if quick && full {
      throw ValidationError(
        "--quick asks for a short run and --full for a long one; give one of them")
    }
  }
}

extension ChapterOptions {
  /// The data set the reader asked for.
  public var dataset: DatasetName? { datasetName.flatMap(DatasetName.init) }

  /// Where the reader wants data sets to be looked for and kept.
  public var dataDirectory: URL? { dataPath?.url }

  /// Where figures are written to: the package's `Figures/Chapter2`, say, unless the reader said.
  public var figures: URL { figureOptions.path.url }

  /// Where the numbers of the run are written to, if the reader wants them.
  public var log: URL? { logPath?.url }
}

private func requireAtLeastOne(_ name: String, _ value: Int?) throws {
  if let value, value < 1 {
    throw ValidationError("\(name) is \(value); it must be at least 1")
  }
}
