import Autograd
import TestSupport
import Testing

@Suite struct TanhTests {
  @Test func byHand() {
    expectClose(
      tanh(Tensor([0, 1, -1, 100], shape: [4])).scalars, [0, 0.7615942, -0.7615942, 1],
      tolerance: 1e-6)
  }

  @Test(arguments: [[], [0], [3, 5], [2, 3, 4, 5]]) func shapeStays(shape: [Int]) {
    #expect(tanh(.ramp(shape)).shape == shape)
  }

  @Test(arguments: [[], [7], [2, 3, 2, 2]]) func gradients(shape: [Int]) {
    expectGradientsMatchNudges(of: [3 * .ramp(shape)]) { tanh($0[0]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3])]) { tanh($0[0]) }
  }
}
