import Autograd
import Datasets
import Layers
import Notebook
import Training

/// How much of everything a run does.
struct Extent {
  let data: Dataset
  let configuration: Configuration
  /// Of the trained nets.
  let seeds: [UInt64]
  let residual, plain: NetModel
  private let unit: Normalize

  init(_ options: ChapterOptions, of all: Dataset) {
    let isQuick = options.quick
    data = all.prefix(training: isQuick ? 640 : 10_000, test: isQuick ? 256 : 2_000)
    configuration = Configuration(
      data, epochs: options.epochs ?? (isQuick ? 1 : 3), batchSize: options.batchSize ?? 128)
    seeds = (0..<(options.full ? 3 : 1)).map { options.seed &+ UInt64($0) }
    residual = NetModel(depth: isQuick ? 14 : 54)
    plain = NetModel(depth: isQuick ? 10 : 22, isResidual: false)
    unit = Normalize(mean: all.training.mean, deviation: all.training.deviation)
  }

  /// Pixels of mean 0 and deviation 1.
  func batches(_ pictures: LabeledImages, of size: Int = 500, _ order: Random? = nil) -> Batches {
    pictures.batches(of: size, normalize: unit, shuffledBy: order)
  }

  /// Training pictures whose gradients are followed.
  var sixteen: Batch { batches(data.training.prefix(16)).first { _ in true }! }

  /// Test pictures.
  var hundred: Batch { batches(data.test.prefix(100)).first { _ in true }! }

  /// What is trained besides, for the first epoch alone unless the run is full.
  func starts(isFull: Bool) -> (models: [NetModel], configuration: Configuration) {
    (
      [.zeroGamma, .skipInit].map { NetModel(depth: residual.depth, scaling: $0) },
      isFull
        ? configuration : Configuration(data, epochs: 1, batchSize: configuration.batchSize)
    )
  }
}

/// Gives a net's norms statistics estimated afresh, from the first 2,000 training pictures, and leaves them so.
func refreshStatistics(of net: any Layer, from known: Batches) {
  let norms = net.all(BatchNorm2D.self)
  let fresh = withFreshStatistics(of: net, from: known) { norms.map(\.extraState) }
  for (norm, state) in zip(norms, fresh) {
    for (name, value) in state { norm.setExtraState(value, named: name) }
  }
}
