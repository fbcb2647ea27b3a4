import Autograd
import TestSupport
import Testing

@Suite struct GroupedConv2DTests {
  /// With as many groups as channels, each is filtered alone.
  @Test func byHand() {
    let x = Tensor([1, 2, 10, 20], shape: [1, 2, 1, 2])
    let y = conv2D(x, Tensor([3, 5], shape: [2, 1, 1, 1]), groups: 2)
    #expect(y.scalars == [3, 6, 50, 100])
  }

  @Test func eachGroupIsAConvolutionOfItsOwn() {
    let (x, w) = (Tensor.ramp([2, 6, 5, 5]), Tensor.ramp([9, 2, 3, 3], seed: 1))
    let parts = (0..<3).map { g in
      conv2D(x.slice(2 * g..<2 * g + 2), w.slice(3 * g..<3 * g + 3, axis: 0), padding: 1)
    }
    expectClose(conv2D(x, w, padding: 1, groups: 3), concatenate(parts), tolerance: 1e-6)
  }

  @Test func gradients() {
    expectGradientsMatchNudges(of: [.ramp([2, 4, 4, 3]), .ramp([6, 2, 3, 3], seed: 1)]) {
      conv2D($0[0], $0[1], stride: 2, padding: 1, groups: 2)
    }
  }

  @Test(
    arguments: [
      (
        [4, 2, 3, 3], 3,
        "conv2D: weight is [4, 2, 3, 3], so there are 4 output channels, which cannot be divided into 3 equal groups"
      ),
      (
        [4, 2, 3, 3], 4,
        "conv2D: x is [1, 6, 5, 5], so it has 6 channels; weight is [4, 2, 3, 3], which expects 8, 2 in each of 4 groups"
      ),
    ])
  func whatDoesNotFitIsNamed(weight: [Int], groups: Int, sentence: String) {
    #expect(throws: SentenceError(sentence)) {
      try Shapes.conv2D([1, 6, 5, 5], weight, groups: groups)
    }
  }
}
