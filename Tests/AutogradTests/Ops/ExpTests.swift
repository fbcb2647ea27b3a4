import Autograd
import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct ExpTests {
  @Test func byHand() {
    expectClose(
      exp(Tensor([0, 1, -2], shape: [3])).scalars, [1, 2.7182818, 0.13533528], tolerance: 1e-7)
  }

  @Test(arguments: [[], [3], [2, 3], [1, 2, 3, 2]]) func shapeAndGradient(shape: [Int]) {
    #expect(exp(.ramp(shape)).shape == shape)
    expectGradientsMatchNudges(of: [.ramp(shape)]) { exp($0[0]) }
  }

  @Test func theTapeRecordsIt() {
    let tape = Tape()
    _ = exp(tape.watch(.ramp([2])))
    #expect(tape.lines.map(\.operation) == [.input, .exp])
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { exp($0[0]) }
  }

  /// A set without an exponential of its own takes the readable one, in any layout.
  @Test func bothSetsHaveIt() {
    expectClose(OneDNN.exp(.ramp(40)), Reference.exp(.ramp(40)), tolerance: 1e-6)
  }
}
