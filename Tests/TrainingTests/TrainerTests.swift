import Autograd
import Chapter2Net
import Datasets
import Layers
import Optimizers
import Testing

@testable import Training

/// Chapter 2's net, trained for a moment on digits that we draw.
struct QuickTraining {
  let data: Dataset
  var batchSize = 64
  var epochs = 1
  var seed: UInt64 = 1
  let net: Net

  init(_ data: Dataset, epochs: Int = 1, seed: UInt64 = 1) {
    (self.data, self.epochs, self.seed) = (data, epochs, seed)
    var random = Random(seed: seed)
    net = Net(using: &random)
  }

  func run(_ change: (inout Trainer) -> Void = { _ in }) -> History {
    let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
    var trainer = Trainer(net, SGD(net.parameters, learningRate: 0.01, momentum: 0.5))
    change(&trainer)
    return trainer.train(
      epochs: epochs,
      on: { epoch in
        data.training.batches(
          of: batchSize, normalize: normalize, shuffledBy: Random(seed: seed + UInt64(epoch) << 32))
      }, test: data.test.batches(of: batchSize, normalize: normalize))
  }
}

@Suite struct TrainerTests {
  static let few = DrawnDigits.dataset(training: 320, test: 100, seed: 1)

  @Test func theAccountsAddUp() {
    let history = QuickTraining(Self.few, epochs: 2).run { $0.lossWindow = 2 }
    #expect(history.epochs.map(\.number) == [1, 2] && !history.wasStopped)
    for epoch in history.epochs {
      #expect(epoch.batches == 5 && epoch.trained == 320 && epoch.tested == 100)
      #expect(epoch.windows.map(\.batch) == [2, 4])
      #expect(epoch.seconds > 0 && (0...100).contains(epoch.correct))
      let ends = epoch.windows.map(\.loss)
      #expect(ends.min()! * 0.8 < epoch.loss && epoch.loss < ends.max()! * 1.2)
    }
    #expect(history.best?.correct == history.epochs.map(\.correct).max())
  }

  @Test func whatIsReportedComesInOrder() {
    var story: [String] = []
    _ = QuickTraining(Self.few).run { trainer in
      trainer.lossWindow = 5
      trainer.report = { event in
        switch event {
        case .epochBegan(let number, let batches): story.append("epoch \(number) of \(batches)")
        case .batchesSkipped(let batches): story.append("\(batches) skipped")
        case .batchEnded: story.append("batch")
        case .windowEnded(let window): story.append("window \(window.batch)")
        case .examinationBegan: story.append("test")
        case .epochEnded(let epoch): story.append("end \(epoch.number)")
        }
      }
    }
    let batches = Array(repeating: "batch", count: 5)
    #expect(story == ["epoch 1 of 5"] + batches + ["window 5", "test", "end 1"])
  }

  @Test func stoppingKeepsWhatWasLearned() {
    var asked = 0
    let training = QuickTraining(Self.few, epochs: 5)
    let before = training.net.conv1.weight.value.scalars
    let history = training.run { trainer in
      trainer.shouldStop = {
        asked += 1
        return asked == 7
      }
    }
    #expect(history.wasStopped && history.epochs.map(\.batches) == [5, 2])
    #expect(history.epochs.last?.tested == 100)  // the net is examined as it is
    #expect(training.net.conv1.weight.value.scalars != before)
  }

  @Test func theScheduleGoesOnFromEpochToEpoch() {
    var rates: [Float] = []
    _ = QuickTraining(Self.few, epochs: 2).run { trainer in
      trainer.schedule = .step(from: 0.5, every: 3, factor: 0.5)
      let optimizer = trainer.optimizer
      trainer.report = { if case .batchEnded = $0 { rates.append(optimizer.learningRate) } }
    }
    #expect(rates == [0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.0625])
  }

  /// A rate of zero from the fourth batch on: what three batches taught is all that is learned.
  @Test func theScheduleIsSetBeforeTheStep() {
    let (scheduled, stopped) = (QuickTraining(Self.few), QuickTraining(Self.few))
    _ = scheduled.run { $0.schedule = .step(from: 0.01, every: 3, factor: 0) }
    var asked = 0
    _ = stopped.run { trainer in
      trainer.shouldStop = {
        asked += 1
        return asked == 3
      }
    }
    for (a, b) in zip(scheduled.net.parameters, stopped.net.parameters) {
      #expect(a.value.scalars == b.value.scalars)
    }
  }

  @Test func whereItStandsIsToldAfterEveryEpochAndWhenStopped() {
    var kept: [TrainingProgress] = []
    let training = QuickTraining(Self.few, epochs: 3)
    let history = training.run { trainer in
      trainer.keep = { kept.append($0) }
      trainer.shouldStop = { kept.count == 2 }
    }
    #expect(kept.map(\.epoch.number) == [2, 3, 3] && kept.map(\.epoch.batches) == [0, 0, 1])
    #expect(kept.map(\.history.epochs.count) == [1, 2, 2])
    #expect(kept.allSatisfy { !$0.history.wasStopped } && history.wasStopped)
    #expect(history.epochs.count == 3 && history.epochs[2].batches == 1)
  }

  @Test func anEpochStoppedAfterItsLastBatchIsOver() {
    var kept: [TrainingProgress] = []
    var batches = 0
    let history = QuickTraining(Self.few, epochs: 3).run { trainer in
      trainer.keep = { kept.append($0) }
      trainer.shouldStop = {
        batches += 1
        return batches == 5
      }
    }
    #expect(history.wasStopped && history.epochs.map(\.batches) == [5])
    #expect(kept.map(\.epoch.number) == [2] && kept.map(\.history.epochs.count) == [1])
  }

  @Test func theSameSeedGivesTheSameBits() {
    func run() -> ([Double], [[Float]]) {
      let training = QuickTraining(Self.few, epochs: 2, seed: 7)
      let history = training.run { $0.lossWindow = 1 }
      return (
        history.epochs.flatMap(\.windows).map(\.loss),
        training.net.parameters.map(\.value.scalars)
      )
    }
    let (first, second) = (run(), run())
    #expect(first.0 == second.0)
    #expect(first.1 == second.1)
  }

  @Test func examiningLeavesTheNetAsItIs() {
    let training = QuickTraining(Self.few)
    let before = training.net.parameters.map(\.value.scalars)
    let test = Self.few.test.batches(of: 64, normalize: Normalize(mean: 0, deviation: 1))
    let (correct, count) = score(of: training.net, on: test)
    let guesses = predictions(of: training.net, on: test)
    #expect(count == 100 && guesses.count == 100)
    #expect(correct == zip(guesses, Self.few.test.labels).count { $0 == $1 })
    #expect(training.net.parameters.map(\.value.scalars) == before)
  }

  @Test func confusionCountsTruthByRowsAndGuessesByColumns() {
    let counts = confusion([0, 1, 1, 2], [0, 1, 2, 2], classes: 3)
    #expect(counts == [[1, 0, 0], [0, 1, 0], [0, 1, 1]])
  }
}
