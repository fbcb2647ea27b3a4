import Autograd
import TestSupport
import Testing

@Suite struct ReLUTests {
  @Test func byHand() {
    #expect(relu(Tensor([-1, 0, 2], shape: [3])).scalars == [0, 0, 2])
  }

  @Test(arguments: [[], [0], [3, 5], [2, 3, 4, 5]]) func shapeStays(shape: [Int]) {
    #expect(relu(.ramp(shape)).shape == shape)
  }

  /// Away from the kink, which a nudge would step over.
  @Test(arguments: [[7], [2, 3, 2, 2]]) func gradients(shape: [Int]) {
    let x = Tensor.ramp(shape).scalars.map { $0 < 0 ? $0 - 0.1 : $0 + 0.1 }
    expectGradientsMatchNudges(of: [Tensor(x, shape: shape)]) { relu($0[0]) }
  }

  @Test func theSlopeAtZeroIsZero() {
    let x = Tape().watch(Tensor([0, -0.0], shape: [2]))
    #expect(relu(x).sum().backward()[x]?.scalars == [0, 0])
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3])]) { relu($0[0]) }
  }
}
