import Autograd
import Chapter5Net
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Training

/// What both orders go through: the document's training, and three examinations after each epoch.
struct Course {
  let training, test: LabeledImages
  /// What fresh statistics are estimated from.
  let known: LabeledImages
  let epochs: Int
  let batchSize: Int

  /// Pixels from 0 to 1, and 96 × 96 of them, as the document has it.
  private static let (pixels, size) = (
    Normalize(mean: 0, deviation: 1), Resize(height: 96, width: 96)
  )

  /// How many batches a net learns from.
  var steps: Int { epochs * ((training.count + batchSize - 1) / batchSize) }

  /// Trains both orders from every seed.
  ///
  /// The seeds come one after another, so that Ctrl-C leaves whole pairs behind.
  func race(seeds: [UInt64], log: JSONLines?) -> [Run] {
    let meter = Meter("training", total: Order.allCases.count * seeds.count * steps)
    defer { meter.finish() }
    var runs: [Run] = []
    for seed in seeds {
      for order in Order.allCases {
        meter.note = "\(order.title), seed \(seed)"
        guard let run = run(order, seed: seed, meter, log) else { return runs }
        runs.append(run)
      }
    }
    return runs
  }

  /// One training, or `nil` if Ctrl-C ended it.
  private func run(_ order: Order, seed: UInt64, _ meter: Meter, _ log: JSONLines?) -> Run? {
    var random = Random(seed: seed)
    let net = ThreeStageResNet(order, using: &random)
    var run = Run(order: order)
    let test = batches(of: test)
    var trainer = Trainer(net, SGD(net.parameters, learningRate: 0.1))
    trainer.shouldStop = { Interrupt.isRaised }
    trainer.report = { event in
      switch event {
      case .batchEnded(let loss):
        run.losses.append(Double(loss))
        meter.advance()
      case .epochEnded(let epoch) where !Interrupt.isRaised:
        let record = EpochRecord(
          order: order, seed: seed, epoch: epoch.number, loss: epoch.loss,
          trainingAccuracy: epoch.trainingAccuracy, running: epoch.accuracy,
          batch: share(scoreByBatch(of: net, on: test)),
          fresh: share(score(of: net, withStatisticsOf: batches(of: known), on: test)))
        run.epochs.append(record)
        orExit { try log?.append(["epoch": record]) }
      default: break
      }
    }
    let history = trainer.train(
      epochs: epochs,
      on: { batches(of: training, shuffledBy: Random(seed: seed &+ UInt64($0) << 32)) },
      test: test)
    return history.wasStopped ? nil : run
  }

  /// The loss of each of the first batches that a net learns from.
  func firstLosses(of net: any Layer, batches count: Int, seed: UInt64) -> [Double] {
    let sgd = SGD(net.parameters, learningRate: 0.1)
    let order = Random(seed: seed &+ 1 << 32)
    return batches(of: training, shuffledBy: order).prefix(count).map { batch in
      let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
      sgd.step(loss.backward())
      return Double(loss.scalar)
    }
  }

  private func batches(of set: LabeledImages, shuffledBy random: Random? = nil) -> Batches {
    set.batches(of: batchSize, normalize: Self.pixels, resize: Self.size, shuffledBy: random)
  }
}

/// How one training of the document's net went.
struct Run {
  let order: Order
  /// Of every batch, just before the net learned from it.
  var losses: [Double] = []
  var epochs: [EpochRecord] = []
}

private func share(_ score: (correct: Int, count: Int)) -> Double {
  Double(score.correct) / Double(score.count)
}
