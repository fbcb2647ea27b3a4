import Autograd
import TestSupport
import Testing

@Suite struct TransposeTests {
  @Test func byHand() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(x.transposed(0, 1).scalars == [1, 4, 2, 5, 3, 6])
    #expect(x.transposed(1, 1).scalars == x.scalars)
  }

  @Test(arguments: [(0, 1), (1, 2), (3, 1), (0, 3), (2, 2)])
  func twiceIsNothing(axis: Int, other: Int) throws {
    let x = Tensor.ramp([2, 3, 4, 5])
    let y = x.transposed(axis, other)
    #expect(try Shapes.transpose(x.shape, axis, other) == y.shape)
    #expect(y.shape[axis] == x.shape[other])
    #expect(y.transposed(axis, other).scalars == x.scalars)
  }

  @Test(arguments: [(0, 1), (1, 2), (2, 0)]) func gradients(axis: Int, other: Int) {
    expectGradientsMatchNudges(of: [.ramp([2, 3, 4])]) { $0[0].transposed(axis, other) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { $0[0].transposed(0, 1) }
  }

  @Test func axesThatAreNotThereAreNamed() {
    let sentence = "transpose: the axes 1 and 2 of [4, 3]; they count from 0 to 1"
    #expect(throws: SentenceError(sentence)) { try Shapes.transpose([4, 3], 1, 2) }
  }
}
