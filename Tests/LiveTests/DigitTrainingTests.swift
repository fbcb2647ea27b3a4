import Autograd
import Chapter2Net
import Datasets
import Layers
import Optimizers
import Testing

@testable import Live

@Suite struct DigitTrainingTests {
  /// Chapter 2's page up to its training, and the first steps of its loop.
  private func chapterLosses(steps: Int, of data: Dataset, seed: UInt64) -> [Float] {
    var random = Random(seed: seed)
    let block = ResidualBlock(16, using: &random)
    _ = block(.uniform([64, 16, 12, 12], in: -1...1, using: &random))
    _ = ResidualBlock(16, using: &random)
    let net = Net(using: &random)
    let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
    let batches = data.training.batches(
      of: 64, normalize: Normalize(mean: 0.1307, deviation: 0.3801),
      shuffledBy: Random(seed: seed &+ 1 << 32))
    return batches.prefix(steps).map { batch in
      let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
      optimizer.step(loss.backward())
      return loss.scalar
    }
  }

  @Test(arguments: [1, 7] as [UInt64])
  func itsLossesAreTheChapters(seed: UInt64) {
    var training = DigitTraining(seed: seed, training: 640, test: 0)
    let data = DrawnDigits.dataset(training: 640, test: 0, seed: seed)
    #expect((1...5).map { _ in training.step() } == chapterLosses(steps: 5, of: data, seed: seed))
  }

  @Test func theNextEpochHasAnotherOrder() {
    var training = DigitTraining(seed: 1, training: 128, test: 0, learningRate: 0)
    let losses = (1...4).map { _ in training.step() }
    #expect(abs(losses[0] + losses[1] - losses[2] - losses[3]) < 1e-5)
    #expect(losses[0] != losses[2] && losses[0] != losses[3])
  }

  @Test func ratesHoldForTheStepsToCome() {
    var slow = DigitTraining(seed: 1, training: 192, test: 0)
    var still = DigitTraining(seed: 1, training: 192, test: 0)
    still.set(learningRate: 0, momentum: 0)
    let (first, other) = ((1...3).map { _ in slow.step() }, (1...3).map { _ in still.step() })
    #expect(first[0] == other[0] && first[2] < other[2])
  }

  @Test func aPictureIsCountedIfTheScoreOfItsClassIsHighest() {
    let training = DigitTraining(seed: 1, training: 0, test: 100)
    let right = (0..<100).count { i in
      let scores = training.net(training.image(training.test.picture(at: i))).scalars
      return scores.firstIndex(of: scores.max()!) == training.test.labels[i]
    }
    #expect(training.correct(ofFirst: 100) == right)
  }

  @Test(arguments: [1, 2])
  func theMapsAreThoseOfTheNet(block: Int) {
    let training = DigitTraining(seed: 1, training: 0, test: 1)
    let net = training.net
    let image = training.image(training.test.picture(at: 0))
    let maps = BlockMaps(ofBlock: block, in: net, image)
    let layer = block == 1 ? net.rblock1 : net.rblock2
    #expect(maps.x.shape == (block == 1 ? [1, 16, 12, 12] : [1, 32, 4, 4]))
    #expect(maps.output.scalars == layer(maps.x).scalars)
    #expect(maps.sum.scalars == zip(maps.x.scalars, maps.residual.scalars).map { $0 + $1 })
    if block == 2 {
      #expect(net.fc(maps.output.flattened()).scalars == net(image).scalars)
    }
  }

  @Test func parametersCanBeReplacedByThoseOfAnotherNet() {
    var training = DigitTraining(seed: 1, training: 64, test: 1)
    let other = DigitTraining(seed: 2, training: 0, test: 0).net
    _ = training.step()
    for (i, parameter) in other.parameters.enumerated() {
      training.set(parameter: i, to: parameter.value.scalars)
    }
    let image = training.image(training.test.picture(at: 0))
    #expect(training.net(image).scalars == other(image).scalars)
  }
}
