import Autograd
import Chapter2Net
import Datasets
import Layers
import Optimizers

/// The training of chapter 2, a step at a time, on digits that are drawn for it.
///
/// From the same seed its losses are those of `swift run chapter2 --dataset drawn`.
package struct DigitTraining {
  /// The net that learns.
  package let net: Net
  /// The pictures it is tested on.
  package var test: LabeledImages { data.test }

  private let data: Dataset
  private let seed: UInt64
  private let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
  private var optimizer: SGD
  private var epoch = 1
  private var batches: Batches.Iterator

  package init(
    seed: UInt64, training: Int, test: Int, learningRate: Float = 0.01, momentum: Float = 0.5
  ) {
    data = DrawnDigits.dataset(training: training, test: test, seed: seed)
    self.seed = seed
    var random = Random(seed: seed)
    // The chapter shows a block, what it makes of 64 images, and another block, before it makes its net.
    _ = ResidualBlock(16, using: &random)
    _ = Tensor.uniform([64, 16, 12, 12], in: -1...1, using: &random)
    _ = ResidualBlock(16, using: &random)
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

  /// Sets both for the steps to come.
  package func set(learningRate: Float, momentum: Float) {
    (optimizer.learningRate, optimizer.momentum) = (learningRate, momentum)
  }

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

  /// How many of the first test pictures the net recognizes.
  package func correct(ofFirst count: Int) -> Int {
    let pictures = data.test.prefix(count)
    let predicted = pictures.batches(of: 64, normalize: normalize)
      .flatMap { net($0.images).argMax() }
    return zip(predicted, pictures.labels).count { $0 == $1 }
  }

  /// One picture as the net is given it, `[1, 1, 28, 28]`.
  package func image(_ pixels: [UInt8]) -> Tensor {
    Tensor(normalize(pixels), shape: [1, 1, 28, 28])
  }

  /// Gives one parameter, by its place in the net's list, other numbers; what the optimizer remembers is
  /// of other weights, and forgotten.
  package mutating func set(parameter number: Int, to numbers: [Float]) {
    let parameter = net.parameters[number]
    parameter.value = Tensor(numbers, shape: parameter.value.shape)
    optimizer = SGD(
      net.parameters, learningRate: optimizer.learningRate, momentum: optimizer.momentum)
  }
}
