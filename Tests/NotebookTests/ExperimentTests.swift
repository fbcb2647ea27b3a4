import Autograd
import Datasets
import Foundation
import Testing
import Training

@testable import Notebook

@Suite struct ExperimentTests {
  enum Model: String, Codable { case plain, residual }

  let configuration = Configuration("MNIST", pictures: 5, epochs: 1, batchSize: 2)

  @Test func seedsAreTheOuterLoop() {
    let trials = Experiment([Model.plain, .residual], seeds: [1, 2]).measure { "\($0) \($1)" }
    #expect(trials.map(\.result) == ["plain 1", "residual 1", "plain 2", "residual 2"])
    #expect(trials.of(.residual) == ["residual 1", "residual 2"])
  }

  @Test func aTrainingHasTheEpochsOfItsConfiguration() {
    let trials = Experiment([Model.plain], seeds: [1]).train(configuration) { _, _, run in
      var count = 0
      for _ in run.epochs {
        run.endEpoch(Score(correct: 1, of: 2))
        count += 1
      }
      return [Double(count), run.history.best!.accuracy]
    }
    #expect(trials.map(\.result) == [[1, 0.5]])
    #expect(configuration.steps == 3)
  }

  /// The second training is stopped: what it returns is no trial.
  @Test func ctrlCLeavesTheTrialsThatAreComplete() async {
    await #expect(processExitsWith: .success) {
      signal(SIGINT, SIG_DFL)
      let configuration = Configuration("MNIST", pictures: 2, epochs: 2, batchSize: 1)
      let trials = Experiment([Model.plain, .residual], seeds: [1, 2])
        .train(configuration) { model, seed, run in
          for _ in run.epochs {
            if model == .residual { raise(SIGINT) }
            for _ in run.batches(fewBatches()) { run.record(Tensor(1), .zeros([1, 2]), [0]) }
            run.endEpoch(Score())
          }
          return seed
        }
      #expect(trials.map(\.model) == [.plain] && trials.of(.plain) == [1])
    }
  }

  @Test func aTrialIsALineThatCanBeReadAgain() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "trials-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = Experiment([Model.plain], seeds: [7]).measure(log: try JSONLines(file), as: "run") { _, _ in
      [0.5, 2]
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text == #"{"run":{"model":"plain","result":[0.5,2],"seed":7}}"# + "\n")
    let line = try JSONDecoder().decode(
      [String: Trial<Model, [Double]>].self, from: Data(text.utf8))
    #expect(line["run"]?.model == .plain && line["run"]?.seed == 7)
    #expect(line["run"]?.result == [0.5, 2])
  }

  @Test(arguments: [
    ([0.9144, 0.905, 0.9232], "0.914 (0.905 to 0.923)"), ([0.5], "0.500"), ([1, 1.0001], "1.000"),
    ([1, .nan, .infinity], "no number in 2 of 3"),
  ])
  func aSpreadIsAMeanWithItsExtremes(values: [Double], text: String) {
    #expect("\(Spread(values))" == text)
  }

  @Test func aSpreadWithoutANumberFulfillsNoBound() {
    var checks = Checks()
    checks.expect("from below", got: [1, .nan], .atLeast(0))
    checks.expect("from above", got: [1, .nan], .atMost(2))
    #expect(checks.passed == 0 && checks.failed == 2)
  }

  @Test func allSeedsAreHeldToABoundAndTheBestOfFiveToAnother() {
    var checks = Checks()
    checks.expect("all", got: [2, 3], .atLeast(2))
    checks.expect("one is less", got: [2, 3], .atLeast(2.5))
    checks.expect("one is more", got: [2, 3], .atMost(2.5))
    checks.expect("the best of too few", got: [2, 3], .bestAtLeast(9))
    checks.expect("the best", got: [2, 3, 1, 1, 1], .bestAtLeast(3))
    checks.expect("nothing", got: [], .atLeast(9))
    #expect(checks.passed == 2 && checks.failed == 2)
  }

  @Test func modelsAreComparedByTheirMeans() {
    let trials = Experiment([Model.plain, .residual], seeds: [1, 3]).measure { model, seed in
      Double(seed) + (model == .plain ? 1 : 0)
    }
    var checks = Checks()
    let comparisons = [
      Comparison("by one", Model.plain, above: .residual, .atLeast(1)),
      Comparison("by more", .plain, above: .residual, .atLeast(1.1)),
      Comparison("the other way", .residual, above: .plain, .atMost(-1)),
    ]
    checks.expect(comparisons, of: trials) { $0 }
    #expect(checks.passed == 2 && checks.failed == 1)
    checks.expect(comparisons, of: trials.filter { $0.model == .plain }) { $0 }
    checks.expect("value", of: trials, [.plain: .atLeast(2)]) { $0 }
    #expect(checks.passed == 3 && checks.failed == 1)
  }

  @Test func boundsAreThoseOfTheSameConfiguration() {
    #expect(configuration.bounds(among: [configuration: 3]) == 3)
    let other = Configuration("MNIST", pictures: 5, epochs: 2, batchSize: 2)
    #expect(configuration.bounds(among: [other: 3]) == nil)
    #expect("\(other)" == "2 epochs of 5 pictures of MNIST in batches of 2")
  }
}

private func fewBatches() -> Batches {
  DrawnDigits.dataset(training: 2, test: 1, seed: 1).training
    .batches(of: 1, normalize: Normalize(mean: 0, deviation: 1))
}
