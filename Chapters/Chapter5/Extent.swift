import Autograd
import Datasets
import Notebook

/// How much of everything a run does.
struct Extent {
  /// Of the notebook's training; all of it takes more than an hour and a half.
  let data: Dataset
  let configuration: Configuration
  let seeds: [UInt64]
  /// How many training pictures fresh statistics are estimated from.
  let known: Int

  /// Of the narrow nets' trainings.
  let narrowData: Dataset
  let narrowConfiguration: Configuration
  let narrowSeeds: [UInt64]
  let depths: [Int]
  private let trainsAll: Bool

  /// Of the gradients along a hundred blocks.
  let pathSeeds: [UInt64]

  private let unit: Normalize

  init(_ options: ChapterOptions, of all: Dataset) {
    let usual: (epochs: Int, training: Int, test: Int, known: Int) =
      options.full
      ? (10, all.training.count, all.test.count, 12_800)
      : options.quick ? (1, 512, 256, 256) : (2, 3_840, 1_000, 1_280)
    data = all.prefix(training: usual.training, test: usual.test)
    known = usual.known
    configuration = Configuration(
      data, epochs: options.epochs ?? usual.epochs, batchSize: options.batchSize ?? 256)

    narrowData = all.prefix(
      training: options.quick ? 640 : 10_000, test: options.quick ? 256 : 2_000)
    narrowConfiguration = Configuration(
      narrowData, epochs: options.full ? 3 : 1, batchSize: 128)
    depths = options.full ? [54, 110] : options.quick ? [6] : [54]

    let three = (0..<3).map { options.seed &+ UInt64($0) }
    seeds = options.full ? three : [options.seed]
    pathSeeds = options.quick ? [options.seed] : three
    trainsAll = options.full || options.quick
    narrowSeeds = options.full ? three : [options.seed]
    unit = Normalize(mean: all.training.mean, deviation: all.training.deviation)
  }

  /// Pixels from 0 to 1, and 96 × 96 of them, as the notebook has it.
  func batches(_ pictures: LabeledImages, _ order: Random?) -> Batches {
    pictures.batches(
      of: configuration.batchSize, normalize: Normalize(mean: 0, deviation: 1),
      resize: Resize(height: 96, width: 96), shuffledBy: order)
  }

  /// Whether this run trains a narrow net, or shows it from the record alone.
  func trains(_ model: NarrowModel) -> Bool {
    trainsAll
      || [.original, .normAfterAddition, .fullPreactivation].contains(model.ordering)
        && [.identity, .convolution].contains(model.bypass)
  }

  /// The pictures whose gradients are followed.
  var sixteen: Batch { narrowBatches(narrowData.training.prefix(16), nil).first { _ in true }! }

  /// Pixels of mean 0 and deviation 1, and 28 × 28 of them.
  func narrowBatches(_ pictures: LabeledImages, _ order: Random?) -> Batches {
    pictures.batches(
      of: narrowConfiguration.batchSize, normalize: unit, shuffledBy: order)
  }
}
