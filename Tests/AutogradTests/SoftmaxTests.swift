import Autograd
import Foundation
import TestSupport
import Testing

@Suite struct SoftmaxTests {
  @Test func scoresBecomeProbabilities() {
    let p = softmax(Tensor([0, 0, 1, 0, 1000, -1000], shape: [3, 2]))
    expectClose(
      p, Tensor([0.5, 0.5, 0.7310586, 0.26894143, 1, 0], shape: [3, 2]), tolerance: 1e-6)
  }

  @Test func eachRowAddsUpToOne() {
    let p = softmax(5 * Tensor.ramp([7, 10])).scalars
    let sums = (0..<7).map { p[$0 * 10..<$0 * 10 + 10].reduce(0, +) }
    expectClose(sums, [Float](repeating: 1, count: 7), tolerance: 1e-6)
  }

  @Test func theFirstOfSeveralLargestIsTheOne() {
    let x = Tensor([1, 3, 3, -1, -2, -1, 5, 5, 5], shape: [3, 3])
    #expect(x.argMax() == [1, 0, 0])
  }

  @Test func noRowsGiveNoRows() {
    #expect(softmax(.zeros([0, 3])).shape == [0, 3])
    #expect(Tensor.zeros([0, 3]).argMax() == [])
  }

  @Test(arguments: [[1, 2], [3, 5], [2, 1]]) func gradients(shape: [Int]) {
    expectGradientsMatchNudges(of: [.ramp(shape)]) { softmax($0[0]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { softmax($0[0]) }
  }

  /// −log p of the right class, written out, is the fused loss, in value and gradient.
  @Test func crossEntropyIsTheNegativeLogarithmOfIt() {
    let tape = Tape()
    let x = tape.watch(.ramp([1, 4]))
    let p = softmax(x) * Tensor([0, 1, 0, 0], shape: [1, 4])
    let probability = p.sum()
    let loss = crossEntropy(x, [1])
    expectClose([-probability.scalar.logarithm], [loss.scalar], tolerance: 1e-6)
    // The derivative of −log p is −1/p times that of p.
    expectClose(
      (-1 / probability.scalar) * probability.backward()[x]!, loss.backward()[x]!, tolerance: 1e-5)
  }

  @Test func softmaxWantsRows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = softmax(.zeros([2, 0]))
    }
    #expect(
      result?.lastWords == "softmax: x is [2, 0], but should be one score per class, [N, classes]")
  }

  @Test func argMaxWantsRows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([10]).argMax()
    }
    #expect(result?.lastWords == "argMax: [10] should be [N, classes]")
  }
}

extension Float {
  fileprivate var logarithm: Float { log(self) }
}
