import ArgumentParser
import Datasets
import Foundation

/// The options that all chapters have on their command line.
///
///     let options = ChapterOptions.parse(chapter: 2, abstract: "…", epochs: 5)
///     let epochs = options.epochs ?? 5
public struct ChapterOptions: ParsableArguments {
  // `unconditional`, so that -1 is read as a number and reported as one that is out of range.
  /// How many epochs to train, if the option was given.
  @Option(
    parsing: .unconditional,
    help: .init(
      "How often to go through the training images.\(Chapter.current.said(\.epochs))",
      valueName: "n"))
  public var epochs: Int?

  /// How many images a batch has, if the option was given.
  @Option(
    parsing: .unconditional,
    help: .init(
      "How many images a batch has.\(Chapter.current.said(\.batchSize))",
      valueName: "n"))
  public var batchSize: Int?

  /// The seed of everything random.
  @Option(
    parsing: .unconditional,
    help: .init("The seed of everything random: the same seed, the same run.", valueName: "n"))
  public var seed: UInt64 = 1

  @Option(
    name: .customLong("dataset"),
    help: .init(
      "What to train on: \(DatasetName.list).\(Chapter.current.saidDataset)", valueName: "name"))
  private var datasetName: String?

  @Option(
    name: .customLong("data-directory"),
    help: .init(
      "The folder in which data sets are looked for first, and to which they are downloaded. "
        + "Then come the folder in the environment variable DATASETS_ROOT and the package's .data. "
        + "Each may be the folder of the files itself, or hold one named after the data set.",
      valueName: "path"))
  private var dataPath: Path?

  @Option(
    name: .customLong("log"),
    help: .init(
      "A file for the numbers of the run, a JSON object per line; an older one is replaced.",
      valueName: "file"))
  private var logPath: Path?

  /// Whether training goes on after a loss that is infinite or NaN, if it was asked for.
  @Flag(help: "Go on training after a loss that is infinite or not a number.")
  public var keepGoing = false

  @OptionGroup var figureOptions: FigureOptions

  @OptionGroup var checkpoints: CheckpointOptions

  /// Whether a short run was asked for.
  @Flag(help: "A short run, to see that everything works.")
  public var quick = false

  /// Whether a long run was asked for.
  @Flag(help: "A long run, for the best results.")
  public var full = false

  /// Options with their default values.
  public init() {}

  /// Throws a `ValidationError` for numbers out of range and options that exclude each other.
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
  /// The data set of `--dataset`, if it was given.
  public var dataset: DatasetName? { datasetName.flatMap(DatasetName.init) }

  /// The folder of `--data-directory`, if it was given.
  public var dataDirectory: URL? { dataPath?.url }

  /// The folder for figures, by default one of the package such as `Figures/Chapter2`.
  public var figures: URL { figureOptions.path.url }

  /// The file of `--log`, for the numbers of the run, if it was given.
  public var log: URL? { logPath?.url }
}

private func requireAtLeastOne(_ name: String, _ value: Int?) throws {
  if let value, value < 1 {
    throw ValidationError("\(name) is \(value); it must be at least 1")
  }
}
