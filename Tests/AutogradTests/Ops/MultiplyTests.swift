import Autograd
import TestSupport
import Testing

@Suite struct MultiplyTests {
  @Test func byHand() {
    let product = Tensor([1, 2, 3], shape: [3]) * Tensor([10, 20, 30], shape: [3])
    #expect(product.scalars == [10, 40, 90])
  }

  @Test(arguments: [[], [0], [1], [3, 5], [2, 3, 4, 5]]) func shapeStays(shape: [Int]) throws {
    #expect(try Shapes.multiply(shape, shape) == shape)
    #expect((Tensor.ramp(shape) * .ramp(shape)).shape == shape)
  }

  @Test(arguments: [[], [7], [2, 3, 2, 2]]) func gradients(shape: [Int]) {
    expectGradientsMatchNudges(of: [.ramp(shape), .ramp(shape, seed: 3)]) { $0[0] * $0[1] }
  }

  @Test func gradientOfASquare() {
    expectGradientsMatchNudges(of: [.ramp([7])]) { $0[0] * $0[0] }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3]), .ramp([3])]) { $0[0] * $0[1] }
  }

  @Test func shapesThatDifferAreNamed() async {
    let sentence =
      "multiply: a is [2] and b is [3]; a product number by number needs the same shape twice, or one that can be repeated to the other, as [C] or [1, C, 1, 1] to [N, C, H, W]"
    #expect(throws: SentenceError(sentence)) { try Shapes.multiply([2], [3]) }
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2]) * .zeros([3])
    }
    #expect(result?.lastWords == sentence)
  }
}
