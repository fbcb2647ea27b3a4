import Autograd
import Foundation
import Layers
import Optimizers
import Testing

/// `KERNELS=direct`, in a process of its own, learns what the fast kernels learn by Winograd's algorithm.
@Suite struct DirectConvolutionTests {
  @Test func directConvolutionsLearnTheSameButRoundDifferently() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      setenv("KERNELS", "direct", 1)
      print(learned().map { "\($0)" }.joined(separator: "\n"))
      fflush(nil)
    }
    let text = String(decoding: result.standardOutputContent, as: UTF8.self)
    let direct = text.split(separator: "\n").compactMap { Float($0) }
    let fast = learned()
    #expect(direct.count == 5 + 256 && fast.count == direct.count)
    #expect(zip(direct, fast).allSatisfy { abs($0 - $1) < 1e-3 })
    // The same bits would mean that Winograd's algorithm did not run, or ran in both. Without AVX-512 there is none.
    let processor = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    #expect((direct != fast) == processor.contains("avx512f"))
    #expect(direct[0] > direct[4])
  }
}

/// The losses of five steps of a net with channels enough for Winograd's algorithm to pay, and some of its weights after
/// them, which show what the losses, as sums of thousands of numbers, round off.
private func learned() -> [Float] {
  var random = Random(seed: 1)
  let net = Sequential(
    Conv2D(1, 256, kernelSize: 3, stride: 2, padding: 1, using: &random),
    BatchNorm2D(256),
    Conv2D(256, 256, kernelSize: 3, padding: 1, using: &random),
    BatchNorm2D(256),
    GlobalAveragePool2D(), Flatten(), Linear(256, 10, using: &random))
  let optimizer = SGD(net.parameters, learningRate: 0.05, momentum: 0.5)
  let images = Tensor.normal([8, 1, 16, 16], using: &random)
  let losses = (0..<5).map { _ in
    let loss = crossEntropy(net(images.on(Tape())), Array(0..<8))
    optimizer.step(loss.backward())
    return loss.scalar
  }
  return losses + net.parameters[4].value.scalars.prefix(256)
}
