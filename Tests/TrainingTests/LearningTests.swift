import Autograd
import Chapter2Net
import Datasets
import Foundation
import Layers
import Optimizers
import Testing

@testable import Training

/// Nets that must really have learned something.
@Suite(.serialized) struct LearningTests {
  static let hasMNIST = (try? Dataset.load(.mnist, downloads: false)) != nil

  @Test func twoEpochsReadDrawnDigits() {
    let data = DrawnDigits.dataset(training: 6_000, test: 1_000, seed: 1)
    let history = QuickTraining(data, epochs: 2).run()
    // Seeds 1 to 5 gave 0.875 to 0.900.
    #expect(history.best!.accuracy >= 0.8)
  }

  @Test(.enabled(if: hasMNIST, "MNIST is not on this machine"))
  func aThirdOfAnEpochReadsMNIST() throws {
    let data = try Dataset.load(.mnist, downloads: false)
    let part = Dataset(
      name: data.name, training: data.training.prefix(20_000), test: data.test.prefix(2_000))
    let history = QuickTraining(part).run()
    // Seeds 1 to 5 gave 0.915 to 0.932.
    #expect(history.best!.accuracy >= 0.88)
  }

  /// The readable kernels, in a process of their own, take the same first steps as the fast ones.
  @Test func theReadableKernelsLearnTheSame() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      setenv("KERNELS", "reference", 1)
      print(firstLosses().map { "\($0)" }.joined(separator: "\n"))
      fflush(nil)
    }
    let text = String(decoding: result.standardOutputContent, as: UTF8.self)
    let readable = text.split(separator: "\n").compactMap { Float($0) }
    let fast = firstLosses()
    #expect(readable.count == 5)
    #expect(zip(readable, fast).allSatisfy { abs($0 - $1) < 1e-3 })
    #expect(readable.first! > readable.last!)
  }
}

/// The losses of five steps of chapter 2's net, on few pictures, since readable kernels take their time.
private func firstLosses() -> [Float] {
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.05, momentum: 0.5)
  let data = DrawnDigits.dataset(training: 40, test: 1, seed: 1)
  return data.training.batches(of: 8, normalize: Normalize(mean: 0.13, deviation: 0.38)).map {
    let loss = crossEntropy(net($0.images.on(Tape())), $0.labels)
    optimizer.step(loss.backward())
    return loss.scalar
  }
}
