import ArgumentParser
import Autograd
import Chapter2Net
import Datasets
import Foundation
import Layers
import Optimizers
import Training

/// What can be measured, by the names used on the command line.
enum Measurement: String, CaseIterable, ExpressibleByArgument {
  /// The most multiplications and additions the processor does, in GFLOP/s.
  case peak
  /// A training step of chapter 2's net with batches of 64, in ms.
  case step
  /// An epoch of chapter 2 with loading, an order of its own and the examination, in seconds.
  case epoch

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  func measure(steps: Int) -> Row {
    switch self {
    case .peak: Row(rawValue, "GFLOP/s", (0..<5).map { _ in peakGigaflops(seconds: 0.2) })
    case .step: Row(rawValue, "ms", stepTimes(steps))
    case .epoch: Row(rawValue, "s", [epochTime()])
    }
  }
}

/// The time of each step after the first twenty, in ms: forward, loss, backward, optimizer.
private func stepTimes(_ steps: Int) -> [Double] {
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
  let images = Tensor.normal([64, 1, 28, 28], using: &random)
  let labels = (0..<64).map { $0 % 10 }
  return (0..<steps + 20).map { _ in
    let start = DispatchTime.now().uptimeNanoseconds
    let loss = crossEntropy(net(images.on(Tape())), labels)
    optimizer.step(loss.backward())
    _ = loss.scalar
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }.dropFirst(20).map { $0 }
}

/// The second of two epochs, in seconds; on drawn digits if MNIST is not here.
private func epochTime() -> Double {
  let data =
    (try? Dataset.load(.mnist, downloads: false))
    ?? DrawnDigits.dataset(training: 60_000, test: 10_000, seed: 1)
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let trainer = Trainer(net, SGD(net.parameters, learningRate: 0.01, momentum: 0.5))
  let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
  let history = trainer.train(
    epochs: 2,
    on: {
      data.training.batches(of: 64, normalize: normalize, shuffledBy: Random(seed: UInt64($0)))
    },
    test: data.test.batches(of: 64, normalize: normalize))
  return history.epochs[1].seconds
}
