import Autograd
import Chapter2Net
import Datasets
import Layers
import Optimizers
import TestSupport
import Testing

@testable import Training

private let few = DrawnDigits.dataset(training: 192, test: 10, seed: 1)

/// The third batch meets weights so large that their products are infinite.
private func diverge(_ change: (TrainingRun) -> Void = { _ in }) -> TrainingRun {
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let run = TrainingRun(epochs: 1)
  change(run)
  for _ in run.epochs {
    let batches = few.training.batches(of: 64, normalize: Normalize(mean: 0.13, deviation: 0.38))
    for batch in run.batches(batches) {
      if run.step == 2 {
        let weight = net.rblock1.conv1.weight
        weight.value = .filled(with: 1e38, weight.value.shape)
      }
      let scores = net(batch.images.on(Tape()))
      let loss = crossEntropy(scores, batch.labels)
      _ = loss.backward()
      run.record(loss, scores, batch.labels)
    }
    run.endEpoch(Score())
  }
  return run
}

@Suite struct NonFiniteLossTests {
  static let sentence =
    "the loss is not a number in epoch 1, batch 3; the first result that is not finite is that of conv2D in rblock1.conv1, a Conv2D. Usual causes: a learning rate that is too high, pictures that were not normalized, first weights that are too large, a division by zero or the logarithm of zero"

  @Test func itStopsTheProgramAndNamesTheLayer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = diverge()
    }
    #expect(result?.lastWords == Self.sentence)
  }

  @Test func whoeverWantsToGoOnIsToldOnce() {
    var seen: [String] = []
    let run = diverge { $0.whenNotFinite = { seen.append("\($0)") } }
    #expect(seen == [Self.sentence])
    #expect(run.losses.count == 3 && run.losses[2].isNaN)
  }

  @Test func scoresThatAreNoNumbersAreRightAboutNothing() {
    #expect(
      Tensor([.nan, .nan, 1, .nan, .infinity, 2, 1, 3, -.infinity, 1], shape: [5, 2]).argMax()
        == [-1, -1, -1, 1, 1])
    #expect(confusion([-1, 1, 0], [0, 1, 0], classes: 2) == [[1, 0], [0, 1]])
    #expect(name(of: -1, in: ["a"]) == "no class" && name(of: 0, in: ["a"]) == "a")
  }
}
