import Autograd
import TestSupport
import Testing

@Suite struct ScaleTests {
  @Test func byHand() {
    #expect((-0.5 * Tensor([1, -2, 3], shape: [3])).scalars == [-0.5, 1, -1.5])
  }

  @Test(arguments: [[], [0], [3, 5], [2, 3, 4, 5]]) func shapeStays(shape: [Int]) {
    #expect((2 * Tensor.ramp(shape)).shape == shape)
  }

  @Test(arguments: [-2, 0, 0.5] as [Float]) func gradients(factor: Float) {
    expectGradientsMatchNudges(of: [.ramp([2, 3])]) { factor * $0[0] }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3])]) { 2 * $0[0] }
  }
}
