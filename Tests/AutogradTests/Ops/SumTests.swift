import Autograd
import TestSupport
import Testing

@Suite struct SumTests {
  @Test func byHand() {
    #expect(Tensor([1, 2, 3.5], shape: [3]).sum().scalar == 6.5)
    #expect(Tensor([], shape: [0]).sum().scalar == 0)
  }

  @Test(arguments: [[], [0], [3, 5], [2, 3, 4, 5]]) func theResultIsOneNumber(shape: [Int]) {
    #expect(Tensor.ramp(shape).sum().shape == [])
  }

  @Test(arguments: [[], [7], [2, 3, 2, 2]]) func gradients(shape: [Int]) {
    expectGradientsMatchNudges(of: [.ramp(shape)]) { $0[0].sum() }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3])]) { $0[0].sum() }
  }
}
