import Autograd
import TestSupport
import Testing

@Suite struct GELUTests {
  /// Φ(1) = 0.8413, Φ(−1) = 0.1587.
  @Test func byHand() {
    let y = gelu(Tensor([0, 1, -1, 30, -30], shape: [5]))
    expectClose(y, Tensor([0, 0.8413447, -0.15865525, 30, 0], shape: [5]), tolerance: 1e-6)
  }

  @Test(arguments: [[1], [3, 5], [2, 3, 4, 5]]) func shape(shape: [Int]) {
    #expect(gelu(.ramp(shape)).shape == shape)
  }

  @Test func gradients() {
    expectGradientsMatchNudges(of: [3 * Tensor.ramp([2, 7])]) { gelu($0[0]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { gelu($0[0]) }
  }
}
