import Autograd
import Datasets
import Notebook

/// How much of everything a run does.
struct Extent {
  let seeds: [UInt64]
  /// The data of the three blocks, and what their trainings have in common.
  let data: Dataset
  let configuration: Configuration
  /// Likewise of the U-Net and of the Transformer.
  let uData: Dataset
  let uConfiguration: Configuration
  let sequenceData: Dataset
  let sequenceConfiguration: Configuration
  /// And of the choice over depth.
  let depthData: Dataset
  let depthConfiguration: Configuration
  /// How many blocks the Transformers have whose gradients are followed, and how many those that learn.
  let depths: [Int]
  let depth: Int
  /// How many blocks the Transformers with several streams have.
  let streamDepth: Int
  /// How many products of mixing matrices are taken.
  let products: Int
  private let unit: Normalize

  init(_ options: ChapterOptions, of all: Dataset) {
    let quick = options.quick
    seeds = quick ? [options.seed] : (0..<3).map { options.seed &+ UInt64($0) }
    data = all.prefix(training: quick ? 320 : 1_920, test: quick ? 100 : 1_000)
    configuration = Configuration(
      data, epochs: options.epochs ?? (quick ? 1 : 2), batchSize: options.batchSize ?? 64)
    uData = all.prefix(training: quick ? 64 : 640, test: quick ? 16 : 128)
    uConfiguration = Configuration(uData, epochs: 1, batchSize: 16)
    sequenceData = all.prefix(training: quick ? 256 : 5_120, test: quick ? 100 : 1_000)
    sequenceConfiguration = Configuration(sequenceData, epochs: 1, batchSize: 64)
    depthData = all.prefix(training: quick ? 64 : 1_920, test: 0)
    depthConfiguration = Configuration(depthData, epochs: 1, batchSize: 32)
    depths = quick ? [6, 12] : [6, 12, 24, 48]
    depth = quick ? 4 : 12
    streamDepth = quick ? 8 : 30
    products = quick ? 20 : 100
    unit = Normalize(mean: all.training.mean, deviation: all.training.deviation)
  }

  /// Pixels of mean 0 and deviation 1.
  func batches(_ pictures: LabeledImages, of size: Int, _ order: Random? = nil) -> Batches {
    pictures.batches(of: size, normalize: unit, shuffledBy: order)
  }

  /// The pictures whose gradients are followed.
  var sixteen: Batch { batches(data.training.prefix(16), of: 16).first { _ in true }! }
}
