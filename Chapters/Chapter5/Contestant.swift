import Autograd
import Chapter5Net
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Training

/// A narrow net that is compared with others: how deep it is, and what its blocks are like.
struct Contestant: Hashable {
  let depth: Int
  var ordering = Ordering.original
  var bypass = Bypass.identity

  /// All five orderings at one depth: table 2 of “Identity mappings in deep residual networks”.
  static func orderings(depth: Int) -> [Contestant] {
    Ordering.allCases.map { Contestant(depth: depth, ordering: $0) }
  }

  /// All four bypasses at one depth: those of table 1 that have no gates.
  static func bypasses(depth: Int) -> [Contestant] {
    Bypass.allCases.map { Contestant(depth: depth, bypass: $0) }
  }

  /// A training, or `nil` if Ctrl-C ended it.
  func trial(seed: UInt64, on course: TrialCourse, afterBatch: @escaping () -> Void) -> Trial? {
    var random = Random(seed: seed)
    let net = NarrowResNet(depth: depth, ordering, bypass, using: &random)
    var trainer = Trainer(net, SGD(net.parameters, learningRate: 0.1, momentum: 0.9))
    trainer.shouldStop = { Interrupt.isRaised }
    trainer.report = { event in
      if case .batchEnded = event { afterBatch() }
    }
    let test = course.batches(of: course.test)
    let history = trainer.train(
      epochs: course.epochs,
      on: {
        course.batches(of: course.training, shuffledBy: Random(seed: seed &+ UInt64($0) << 32))
      },
      test: test)
    guard !history.wasStopped, let last = history.epochs.last else { return nil }
    let known = course.batches(of: course.training.prefix(2_000))
    let fresh = score(of: net, withStatisticsOf: known, on: test)
    return Trial(
      depth: depth, ordering: ordering, bypass: bypass, epochs: course.epochs, seed: seed,
      loss: last.loss, error: 1 - Double(fresh.correct) / Double(fresh.count))
  }
}

/// What narrow nets go through: which pictures, how often.
struct TrialCourse {
  let training, test: LabeledImages
  let normalize: Normalize
  let epochs: Int

  private static let batchSize = 128

  /// How many batches a net learns from.
  var steps: Int { epochs * ((training.count + Self.batchSize - 1) / Self.batchSize) }

  func batches(of set: LabeledImages, shuffledBy random: Random? = nil) -> Batches {
    set.batches(of: Self.batchSize, normalize: normalize, shuffledBy: random)
  }

  /// Trains every contestant from every seed, all in the same way.
  ///
  /// The seeds come one after another, so that Ctrl-C leaves whole rounds behind.
  func race(_ contestants: [Contestant], seeds: [UInt64], log: JSONLines?) -> [Trial] {
    let meter = Meter("training", total: contestants.count * seeds.count * steps)
    defer { meter.finish() }
    var trials: [Trial] = []
    for seed in seeds {
      for net in contestants {
        meter.note = "\(net.depth) layers, \(net.ordering.title), \(net.bypass.title), seed \(seed)"
        guard let trial = net.trial(seed: seed, on: self, afterBatch: { meter.advance() }) else {
          return trials
        }
        trials.append(trial)
        orExit { try log?.append(["trial": trial]) }
      }
    }
    return trials
  }
}
