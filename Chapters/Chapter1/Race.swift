import Autograd
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Training

/// Trains every contestant from every seed, all in the same way.
///
/// The seeds come one after another, so that Ctrl-C leaves whole rounds behind.
func race(
  _ contestants: [Contestant], seeds: [UInt64], on course: Course, log: JSONLines?
) -> [Run] {
  let meter = Meter("training", total: contestants.count * seeds.count * course.steps)
  defer { meter.finish() }
  var runs: [Run] = []
  for seed in seeds {
    for contestant in contestants {
      meter.note = "\(contestant.name), seed \(seed)"
      guard let run = course.run(contestant, seed: seed, afterBatch: { meter.advance() }) else {
        return runs
      }
      runs.append(run)
      orExit { try log?.append(["run": run]) }
    }
  }
  return runs
}

/// What every contestant goes through: which pictures, how often, in what steps.
struct Course {
  let training, test: LabeledImages
  let normalize: Normalize
  var epochs = 1
  let batchSize: Int
  let learningRate: Float

  /// How many batches a contestant learns from.
  var steps: Int { epochs * ((training.count + batchSize - 1) / batchSize) }
}

extension Course {
  /// One training, or `nil` if Ctrl-C ended it.
  func run(_ contestant: Contestant, seed: UInt64, afterBatch: @escaping () -> Void) -> Run? {
    let net = contestant.net(seed: seed)
    let sgd = SGD(net.parameters, learningRate: learningRate, momentum: 0.9)
    var losses: [Double] = []
    var trainer = Trainer(net, sgd)
    trainer.shouldStop = { Interrupt.isRaised }
    trainer.report = { event in
      guard case .batchEnded(let loss) = event else { return }
      losses.append(Double(loss))
      afterBatch()
    }
    let history = trainer.train(
      epochs: epochs,
      on: { epoch in
        let order = Random(seed: seed &+ UInt64(epoch) << 32)
        return training.batches(of: batchSize, normalize: normalize, shuffledBy: order)
      }, test: test.batches(of: 500, normalize: normalize))
    guard !history.wasStopped, let last = history.epochs.last else { return nil }
    return Run(
      name: contestant.name, seed: seed, losses: losses, loss: last.loss, accuracy: last.accuracy)
  }
}
