import Autograd
import TestSupport
import Testing

@Suite struct ConcatenateTests {
  @Test func byHand() {
    let (a, b) = (Tensor([1, 2, 3, 4], shape: [2, 2]), Tensor([10, 20], shape: [2, 1]))
    #expect(concatenate([a, b]).scalars == [1, 2, 10, 3, 4, 20])
    #expect(concatenate([a, a], axis: 0).scalars == [1, 2, 3, 4, 1, 2, 3, 4])
  }

  @Test(arguments: [
    ([[2, 3]], 0, [2, 3]), ([[1, 17, 2, 2], [1, 16, 2, 2]], 1, [1, 33, 2, 2]),
    ([[2, 3, 1], [2, 3, 4], [2, 3, 2]], 2, [2, 3, 7]),
  ])
  func lengthsAddUpAlongTheAxis(parts: [[Int]], axis: Int, wanted: [Int]) throws {
    #expect(try Shapes.concatenate(parts, axis: axis) == wanted)
    #expect(concatenate(parts.map { .ramp($0) }, axis: axis).shape == wanted)
  }

  @Test(arguments: [0, 1, 2]) func gradients(axis: Int) {
    var other = [2, 3, 2]
    other[axis] = 1
    expectGradientsMatchNudges(of: [.ramp([2, 3, 2]), .ramp(other, seed: 3)]) {
      concatenate([$0[0], $0[1]], axis: axis)
    }
  }

  @Test func aTensorConcatenatedWithItselfGetsBothGradients() {
    let x = Tape().watch(Tensor([1, 2], shape: [1, 2]))
    let y = concatenate([x, x]) * Tensor([1, 10, 100, 1000], shape: [1, 4])
    #expect(y.sum().backward()[x]!.scalars == [101, 1010])
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3]), .ramp([2, 3])]) {
      concatenate([$0[0], $0[1]])
    }
  }

  @Test(
    arguments: [
      ([], 0, "concatenate: there are no tensors; at least one is wanted"),
      ([[2, 3]], 2, "concatenate: along axis 2 of [2, 3]; axes count from 0 to 1"),
      (
        [[8, 4, 6, 6], [8, 4, 5, 6]], 1,
        "concatenate: tensor 0 is [8, 4, 6, 6] and tensor 1 is [8, 4, 5, 6]; along axis 1 the other axes must be the same"
      ),
      ([[2, 0], [2, 0]], 1, "concatenate: tensor 0 is [2, 0], which holds no numbers"),
    ] as [([[Int]], Int, String)])
  func whatDoesNotFitIsNamed(parts: [[Int]], axis: Int, sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.concatenate(parts, axis: axis) }
  }
}
