import ArgumentParser
import Datasets
import Foundation

/// The options that chapters have on their command line.
///
///     let options = ChapterOptions.parse(about)
///     let epochs = options.epochs ?? 5
///
/// An option that a chapter does not use is not in its help, and refused.
public struct ChapterOptions: ParsableArguments {
  // `unconditional`, so that -1 is read as a number and reported as one that is out of range.
  /// How many epochs to train, if the option was given.
  @Option(
    parsing: .unconditional,
    help: .init(
      "How often to go through the training images.\(saidDefault(Chapter.current.epochs))",
      valueName: "n", visibility: offered(.epochs)))
  public var epochs: Int?

  /// How many images a batch has, if the option was given.
  @Option(
    parsing: .unconditional,
    help: .init(
      "How many images a batch has.\(saidDefault(Chapter.current.batchSize))",
      valueName: "n", visibility: offered(.batchSize)))
  public var batchSize: Int?

  /// The seed of everything random.
  @Option(
    parsing: .unconditional,
    help: .init(
      "The seed of everything random. The same seed gives the same numbers, to the last bit, on the same "
        + "processor with as many threads, the same version of oneDNN and the same KERNELS; others add in "
        + "another order, and training makes more of the difference.",
      valueName: "n"))
  public var seed: UInt64 = 1

  @Option(
    name: .customLong("dataset"),
    help: .init(
      "What to train on: \(DatasetName.list).\(saidDefault(Chapter.current.datasets))",
      valueName: "name", visibility: offered(.dataset)))
  var datasetName: String?

  @Option(
    name: .customLong("data-directory"),
    help: .init(
      "The folder in which data sets are looked for first, and to which they are downloaded. "
        + "Then come the folder in the environment variable DATASETS_ROOT and the package's .data. "
        + "Each may be the folder of the files itself, or hold one named after the data set.",
      valueName: "path", visibility: offered(.dataDirectory)))
  var dataPath: Path?

  @Option(
    name: .customLong("log"),
    help: .init(
      "A file for the numbers of the run, a JSON object per line; an older one is replaced.",
      valueName: "file", visibility: offered(.log)))
  var logPath: Path?

  /// Whether training goes on after a loss that is infinite or NaN, if it was asked for.
  @Flag(
    help: .init(
      "Go on training after a loss that is infinite or not a number.",
      visibility: offered(.keepGoing)))
  public var keepGoing = false

  @OptionGroup var figureOptions: FigureOptions

  @OptionGroup var checkpoints: CheckpointOptions

  /// Whether a short run was asked for.
  @Flag(
    help: .init(
      "A short run, to see that everything works: \(Chapter.current.quick ?? "")",
      visibility: offered(.quick)))
  public var quick = false

  /// Whether a long run was asked for.
  @Flag(help: .init("A long run: \(Chapter.current.full ?? "")", visibility: offered(.full)))
  public var full = false

  @Flag(
    help: .init(
      "Print the questions of the chapter's end with their answers, and what its changes give; run "
        + "nothing.", visibility: offered(.answers)))
  var answers = false

  /// Options with their default values.
  public init() {}

  /// Throws a `ValidationError` for numbers out of range, options that exclude each other and options that
  /// the chapter does not use.
  public func validate() throws {
    try refuseUnused()
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

  /// The folder for figures, by default one that git ignores, such as `Figures/Runs/Chapter2`.
  public var figures: URL { figureOptions.path.url }

  /// The file of `--log`, for the numbers of the run, if it was given.
  public var log: URL? { logPath?.url }

  /// The log of this run, if `--log` was given; its first line says when and how the run was made.
  ///
  /// If the file cannot be written, the program ends with a sentence.
  public func openLog() -> JSONLines? {
    orExit { try log.map { try JSONLines($0, of: RunRecord()) } }
  }
}

private func requireAtLeastOne(_ name: String, _ value: Int?) throws {
  if let value, value < 1 {
    throw ValidationError("\(name) is \(value); it must be at least 1")
  }
}
