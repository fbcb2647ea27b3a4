import Autograd
import Chapter2Net
import Datasets
import Layers
import Optimizers

/// The training of chapter 2, a step at a time, on digits that are drawn for it.
package struct DigitTraining {
  /// The net that learns.
  package let net: Net
  /// The pictures it is tested on.
  package var test: LabeledImages { data.test }

  private let data: Dataset
  private let seed: UInt64
  private let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
  private let optimizer: SGD
  private var epoch = 1
  private var batches: Batches.Iterator

  package init(
    seed: UInt64, training: Int, test: Int, learningRate: Float = 0.01, momentum: Float = 0.5
  ) {
    data = DrawnDigits.dataset(training: training, test: test, seed: seed)
    self.seed = seed
    var random = Random(seed: seed)
    net = Net(using: &random)
    optimizer = SGD(net.parameters, learningRate: learningRate, momentum: momentum)
    batches = Self.batches(of: 1, data, normalize, seed)
  }

  private static func batches(
    of epoch: Int, _ data: Dataset, _ normalize: Normalize, _ seed: UInt64
  ) -> Batches.Iterator {
    let order = Random(seed: seed &+ UInt64(epoch) << 32)
    return data.training.batches(of: 64, normalize: normalize, shuffledBy: order).makeIterator()
  }

  /// For the steps to come.
  package func set(learningRate: Float) { optimizer.learningRate = learningRate }

  /// Learns from one batch, and returns its loss from before.
  package mutating func step() -> Float {
    guard let batch = batches.next() else {
      epoch += 1
      batches = Self.batches(of: epoch, data, normalize, seed)
      return step()
    }
    let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
    optimizer.step(loss.backward())
    return loss.scalar
  }

  /// The share of the first test pictures that the net recognizes.
  package func accuracy(on count: Int) -> Float {
    let pictures = data.test.prefix(count)
    let predicted = pictures.batches(of: 128, normalize: normalize).flatMap {
      net($0.images).argMax()
    }
    return Float(zip(predicted, pictures.labels).count { $0 == $1 }) / Float(pictures.count)
  }

  /// The probability of each digit for a picture, `[28, 28]`.
  package func probabilities(of pixels: [UInt8]) -> [Float] {
    softmax(net(Tensor(normalize(pixels), shape: [1, 1, 28, 28]))).scalars
  }
}
