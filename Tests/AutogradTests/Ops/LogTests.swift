import Autograd
import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct LogTests {
  @Test func byHand() {
    expectClose(
      log(Tensor([1, 2.7182817, 0.5], shape: [3])).scalars, [0, 1, -0.6931472], tolerance: 1e-7)
    #expect(log(Tensor(0)).scalar == -.infinity)
    #expect(log(Tensor(-1)).scalar.isNaN)
  }

  @Test(arguments: [[], [3], [2, 3], [1, 2, 3, 2]]) func shapeAndGradient(shape: [Int]) {
    let x = exp(.ramp(shape))
    #expect(log(x).shape == shape)
    expectGradientsMatchNudges(of: [x], step: 1e-3) { log($0[0]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ones([2, 3])]) { log($0[0]) }
  }

  @Test func bothSetsHaveIt() {
    let x = Reference.exp(.ramp(40))
    expectClose(OneDNN.log(x), Reference.log(x), tolerance: 1e-6)
    expectClose(OneDNN.divide(.ramp(40), x), Reference.divide(.ramp(40), x), tolerance: 1e-6)
  }
}
