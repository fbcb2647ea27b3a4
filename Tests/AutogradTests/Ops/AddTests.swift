import Autograd
import TestSupport
import Testing

@Suite struct AddTests {
  @Test func byHand() {
    let sum = Tensor([1, 2, 3], shape: [3]) + Tensor([10, 20, 30], shape: [3])
    #expect(sum.scalars == [11, 22, 33])
  }

  @Test(arguments: [[], [0], [1], [3, 5], [2, 3, 4, 5]]) func shapeStays(shape: [Int]) throws {
    #expect(try Shapes.add(shape, shape) == shape)
    #expect((Tensor.ramp(shape) + .ramp(shape)).shape == shape)
  }

  @Test(arguments: [[], [7], [2, 3, 2, 2]]) func gradients(shape: [Int]) {
    expectGradientsMatchNudges(of: [.ramp(shape), .ramp(shape, seed: 3)]) { $0[0] + $0[1] }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3]), .ramp([3])]) { $0[0] + $0[1] }
  }

  @Test func shapesThatDifferAreNamed() async {
    let sentence =
      "add: a is [2, 3] and b is [3, 2]; a sum needs the same shape twice, or one that can be repeated to the other, as [C] or [1, C, 1, 1] to [N, C, H, W]"
    #expect(throws: SentenceError(sentence)) { try Shapes.add([2, 3], [3, 2]) }
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2, 3]) + .zeros([3, 2])
    }
    #expect(result?.lastWords == sentence)
  }
}
