import Autograd
import Datasets
import Foundation
import Layers
import Optimizers
import TestSupport
import Testing

@testable import Training

/// A net with parameters and running statistics.
final class NormedNet: Layer {
  let conv1: Conv2D
  let bn1: BatchNorm2D
  let fc: Linear

  init(seed: UInt64) {
    var random = Random(seed: seed)
    conv1 = Conv2D(1, 4, kernelSize: 5, stride: 4, bias: false, using: &random)
    bn1 = BatchNorm2D(4)
    fc = Linear(4 * 6 * 6, 10, using: &random)
  }

  func forward(_ x: Tensor) -> Tensor { fc(bn1(conv1(x)).flattened()) }
}

/// An optimizer with a state, made anew for each net.
struct Rule: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let optimizer: @Sendable ([Parameter]) -> any Optimizer

  static let all = [
    Rule(testDescription: "SGD") { SGD($0, learningRate: 0.05, momentum: 0.9) },
    Rule(testDescription: "Adam") { Adam($0, learningRate: 0.01) },
  ]
}

/// The same training each time, which can be stopped, and resumed from a file.
struct Resumable {
  static let data = DrawnDigits.dataset(training: 210, test: 50, seed: 1)
  let net: NormedNet
  let optimizer: any Optimizer

  init(_ rule: Rule, seed: UInt64 = 1) {
    net = NormedNet(seed: seed)
    optimizer = rule.optimizer(net.parameters)
  }

  /// - Parameter batches: after how many it is stopped, if it is.
  func train(after progress: TrainingProgress = .init(), stop batches: Int? = nil, keepIn file: URL)
    -> History
  {
    let run = TrainingRun(epochs: 3, after: progress)
    var count = 0
    run.lossWindow = 3
    run.shouldStop = {
      count += 1
      return count == batches
    }
    run.keep = { progress in
      #expect(throws: Never.self) { try Checkpoint.write(net, optimizer, progress, to: file) }
    }
    let schedule = Schedule.cosine(from: optimizer.learningRate, over: 33)
    let normalize = Normalize(mean: 0.13, deviation: 0.38)
    let test = Self.data.test.batches(of: 50, normalize: normalize)
    for epoch in run.epochs {
      let training = Self.data.training.batches(
        of: 20, normalize: normalize, shuffledBy: Random(seed: UInt64(epoch)))
      for batch in run.batches(training) {
        optimizer.learningRate = schedule.learningRate(at: run.step)
        let scores = net(batch.images.on(Tape()))
        let loss = crossEntropy(scores, batch.labels)
        optimizer.step(loss.backward())
        run.record(loss, scores, batch.labels)
      }
      run.endEpoch(evaluate(net, on: test))
    }
    return run.history
  }
}

/// Seconds are not the same twice.
func timeless(_ history: History) -> History {
  var history = history
  for i in history.epochs.indices { history.epochs[i].seconds = 0 }
  return history
}

func numbers(_ net: any Layer) -> [[Float]] {
  net.state.map {
    switch $0.value {
    case .tensor(let tensor): tensor.scalars
    case .count(let count): [Float(count)]
    }
  }
}

@Suite struct ResumingTests {
  /// An epoch has 11 batches, the last one smaller.
  @Test(arguments: Rule.all, [1, 11, 12, 16, 21, 22, 23, 32])
  func aTrainingThatWasStoppedEndsWithTheSameBits(rule: Rule, batches: Int) throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let whole = Resumable(rule)
      let wanted = whole.train(keepIn: folder.appending(path: "whole.safetensors"))

      let stopped = Resumable(rule).train(stop: batches, keepIn: file)
      #expect(stopped.wasStopped)
      let rest = Resumable(rule, seed: 7)
      let checkpoint = try Checkpoint(file)
      try checkpoint.load(into: rest.net, rest.optimizer)
      let progress = try #require(checkpoint.progress)
      #expect(progress.epoch.number == batches / 11 + 1 && progress.epoch.batches == batches % 11)
      let history = rest.train(after: progress, keepIn: file)

      #expect(timeless(history) == timeless(wanted) && !history.wasStopped)
      // The seconds before the stop count, too.
      let done = progress.epoch.number - 1
      #expect(history.epochs.prefix(done) == stopped.epochs.prefix(done))
      #expect(history.epochs[done].seconds >= progress.epoch.seconds)
      #expect(numbers(rest.net) == numbers(whole.net))
      #expect(rest.net.bn1.batchesTracked == 33)
    }
  }

  @Test func aTrainingThatIsOverIsNotResumed() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let whole = Resumable(Rule.all[0])
      let history = whole.train(keepIn: file)
      let before = numbers(whole.net)
      let progress = try #require(try Checkpoint(file).progress)
      #expect(whole.train(after: progress, keepIn: file) == history)
      #expect(numbers(whole.net) == before)
    }
  }
}
