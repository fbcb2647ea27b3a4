import ArgumentParser
import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Datasets
import Drawing
import Foundation
import Optimizers
import Training

/// What can be measured, by the names used on the command line.
enum Measurement: String, CaseIterable, ExpressibleByArgument {
  /// The most multiplications and additions the processor does, in GFLOP/s.
  case peak
  /// A training step of chapter 2's net with batches of 64, in ms.
  case step
  /// An epoch of chapter 2 with loading, shuffling and evaluation, in seconds.
  case epoch
  /// A training step of chapter 4's ResNet-18 with batches of 128 at 96 × 96, in ms.
  case resnet18
  /// A training step of chapter 5's net, BN-ReLU-conv, with batches of 256 at 96 × 96, in ms.
  case preactivation
  /// Drawing ResNet-152 layer by layer as SVG, once it has run, in ms.
  case drawing
  /// The same with every block drawn, however alike, in ms.
  case expanded

  /// Whether the Python programs in Tests/Peers measure the same.
  var hasPeer: Bool { [.step, .epoch, .resnet18, .preactivation].contains(self) }

  /// Whether the peak memory of its process says how much its training takes, more than the program itself.
  private var tellsMemory: Bool { self == .resnet18 || self == .preactivation }

  /// Measures in this process, which has measured nothing else yet: its peak memory is a row, too.
  func measure(steps: Int, threads: Int) -> [Row] {
    let row = measured(steps: steps, threads: threads)
    return tellsMemory ? [row, Row(rawValue, "MB", [peakMegabytes()])] : [row]
  }

  private func measured(steps: Int, threads: Int) -> Row {
    switch self {
    case .peak:
      Row(rawValue, "GFLOP/s", (0..<5).map { _ in peakGigaflops(seconds: 0.2, threads: threads) })
    case .step: Row(rawValue, "ms", digitStepTimes(steps))
    case .resnet18: Row(rawValue, "ms", resNetStepTimes(max(5, steps / 50)))
    case .preactivation: Row(rawValue, "ms", preactivationStepTimes(max(5, steps / 50)))
    case .drawing: Row(rawValue, "ms", drawingTimes(max(5, steps / 50), expands: false))
    case .expanded: Row(rawValue, "ms", drawingTimes(max(5, steps / 50), expands: true))
    case .epoch: Row(rawValue, "s", [epochTime()])
    }
  }
}

/// Chapter 2's net, batches of 64, momentum.
private func digitStepTimes(_ steps: Int) -> [Double] {
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
  let images = Tensor.normal([64, 1, 28, 28], using: &random)
  return TrainingSteps(net, optimizer, images).times(steps, after: 20)
}

/// Chapter 4's ResNet-18, batches of 128, Adam.
private func resNetStepTimes(_ steps: Int) -> [Double] {
  var random = Random(seed: 1)
  let net = ResNet(using: &random)
  let optimizer = Adam(net.parameters, learningRate: 0.001)
  let images = Tensor.normal([128, 1, 96, 96], using: &random)
  return TrainingSteps(net, optimizer, images).times(steps, after: 3)
}

/// Chapter 5's net, batches of 256, plain stochastic gradient descent.
private func preactivationStepTimes(_ steps: Int) -> [Double] {
  var random = Random(seed: 1)
  let net = ThreeStageResNet(.normFirst, using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.1)
  let images = Tensor.normal([256, 1, 96, 96], using: &random)
  return TrainingSteps(net, optimizer, images).times(steps, after: 3)
}

private func drawingTimes(_ times: Int, expands: Bool) -> [Double] {
  var random = Random(seed: 1)
  let graph = Graph(of: TorchvisionResNet(.layers152, using: &random), input: [1, 3, 224, 224])
  return (0..<times + 1).map { _ in
    let start = DispatchTime.now().uptimeNanoseconds
    _ = try! graph.diagram(.nested, Look(expands: expands)).rendered(as: .svg)
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }.dropFirst().map { $0 }
}

/// The second of two epochs, in seconds; on drawn digits if MNIST is not here.
private func epochTime() -> Double {
  let data =
    (try? Dataset.load(.mnist, downloads: false))
    ?? DrawnDigits.dataset(training: 60_000, test: 10_000, seed: 1)
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
  let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
  let test = data.test.batches(of: 64, normalize: normalize)
  let run = TrainingRun(epochs: 2)
  for epoch in run.epochs {
    let order = Random(seed: UInt64(epoch))
    let batches = data.training.batches(of: 64, normalize: normalize, shuffledBy: order)
    for batch in run.batches(batches) {
      let scores = net(batch.images.on(Tape()))
      let loss = crossEntropy(scores, batch.labels)
      optimizer.step(loss.backward())
      run.record(loss, scores, batch.labels)
    }
    let predicted = predictions(of: net, on: test)
    run.endEpoch(
      Score(correct: zip(predicted, data.test.labels).count { $0 == $1 }, of: predicted.count))
  }
  return run.history.epochs[1].seconds
}
