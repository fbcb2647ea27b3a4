import Autograd
import Chapter2Net
import Datasets
import Layers
import Optimizers
import TestSupport
import Testing

@testable import Training

/// Chapter 2's net, trained for a moment on digits that we draw, in the loop that chapters have.
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

  func run(_ change: (TrainingRun) -> Void = { _ in }) -> History {
    let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
    let test = data.test.batches(of: batchSize, normalize: normalize)
    let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
    let run = TrainingRun(epochs: epochs)
    change(run)
    for epoch in run.epochs {
      let order = Random(seed: seed + UInt64(epoch) << 32)
      let batches = data.training.batches(of: batchSize, normalize: normalize, shuffledBy: order)
      for batch in run.batches(batches) {
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

func evaluate(_ net: any Layer, on batches: Batches) -> Score {
  batches.reduce(into: Score()) { score, batch in
    score.correct += matches(net(batch.images).argMax(), batch.labels)
    score.count += batch.labels.count
  }
}

@Suite struct TrainingRunTests {
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

  @Test func everyLossIsKept() {
    var runs: [TrainingRun] = []
    let history = QuickTraining(Self.few, epochs: 2).run {
      runs = [$0]
      $0.lossWindow = 1
    }
    #expect(runs[0].losses == history.epochs.flatMap(\.windows).map(\.loss))
    #expect(runs[0].losses.count == 10 && runs[0].step == 10)
  }

  @Test func whatIsReportedComesInOrder() {
    var story: [String] = []
    _ = QuickTraining(Self.few).run { run in
      run.lossWindow = 5
      run.report = { event in
        switch event {
        case .epochBegan(let number, let batches): story.append("epoch \(number) of \(batches)")
        case .batchesSkipped(let batches): story.append("\(batches) skipped")
        case .batchEnded: story.append("batch")
        case .windowEnded(let window): story.append("window \(window.batch)")
        case .epochEnded(let epoch): story.append("end \(epoch.number)")
        case .ended: story.append("end")
        }
      }
    }
    let batches = Array(repeating: "batch", count: 5)
    #expect(story == ["epoch 1 of 5"] + batches + ["window 5", "end 1", "end"])
  }

  @Test func stoppingKeepsWhatWasLearned() {
    var asked = 0
    let training = QuickTraining(Self.few, epochs: 5)
    let before = training.net.conv1.weight.value.scalars
    let history = training.run { run in
      run.shouldStop = {
        asked += 1
        return asked == 7
      }
    }
    #expect(history.wasStopped && history.epochs.map(\.batches) == [5, 2])
    #expect(history.epochs.last?.tested == 100)  // the net is evaluated as it is
    #expect(training.net.conv1.weight.value.scalars != before)
  }

  @Test func progressIsKeptAfterEveryEpochAndWhenStopped() {
    var kept: [TrainingProgress] = []
    let history = QuickTraining(Self.few, epochs: 3).run { run in
      run.keep = { kept.append($0) }
      run.shouldStop = { kept.count == 2 }
    }
    #expect(kept.map(\.epoch.number) == [2, 3, 3] && kept.map(\.epoch.batches) == [0, 0, 1])
    #expect(kept.map(\.history.epochs.count) == [1, 2, 2])
    #expect(kept.allSatisfy { !$0.history.wasStopped } && history.wasStopped)
    #expect(history.epochs.count == 3 && history.epochs[2].batches == 1)
  }

  @Test func anEpochStoppedAfterItsLastBatchIsOver() {
    var kept: [TrainingProgress] = []
    var batches = 0
    let history = QuickTraining(Self.few, epochs: 3).run { run in
      run.keep = { kept.append($0) }
      run.shouldStop = {
        batches += 1
        return batches == 5
      }
    }
    #expect(history.wasStopped && history.epochs.map(\.batches) == [5])
    #expect(kept.map(\.epoch.number) == [2] && kept.map(\.history.epochs.count) == [1])
  }

  @Test func anEpochThatIsNotEndedStopsTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      for _ in TrainingRun(epochs: 2).epochs {}
    }
    let words = "TrainingRun: epoch 1 has not ended; call endEpoch after its batches"
    #expect(result?.lastWords == words)
  }

  @Test func aBatchThatIsNotRecordedStopsTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let few = DrawnDigits.dataset(training: 4, test: 1, seed: 1).training
      let batches = few.batches(of: 2, normalize: Normalize(mean: 0, deviation: 1))
      for _ in TrainingRun(epochs: 1).batches(batches) {}
    }
    let words =
      "TrainingRun: 1 batches were given out and 0 recorded; call record once after each"
    #expect(result?.lastWords == words)
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

  @Test func evaluationLeavesTheNetAsItIs() {
    let training = QuickTraining(Self.few)
    let before = training.net.parameters.map(\.value.scalars)
    let test = Self.few.test.batches(of: 64, normalize: Normalize(mean: 0, deviation: 1))
    let score = evaluate(training.net, on: test)
    let predicted = predictions(of: training.net, on: test)
    #expect(score.count == 100 && predicted.count == 100)
    #expect(score.correct == matches(predicted, Self.few.test.labels))
    #expect(score.accuracy == Double(score.correct) / 100 && Score().accuracy == 0)
    #expect(training.net.parameters.map(\.value.scalars) == before)
  }

  @Test func confusionCountsTruthByRowsAndPredictionsByColumns() {
    let counts = confusion([0, 1, 1, 2], [0, 1, 2, 2], classes: 3)
    #expect(counts == [[1, 0, 0], [0, 1, 0], [0, 1, 1]])
  }
}
