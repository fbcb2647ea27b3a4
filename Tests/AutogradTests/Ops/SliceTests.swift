import Autograd
import TestSupport
import Testing

@Suite struct SliceTests {
  @Test func byHand() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(x.slice(1..<3).scalars == [2, 3, 5, 6])
    #expect(x.slice(1..<2, axis: 0).scalars == [4, 5, 6])
  }

  @Test(arguments: [([3], 0, 0..<2), ([2, 20, 3, 4], 1, 3..<19), ([2, 3, 4], 2, 3..<4)])
  func shapeAndReverse(shape: [Int], axis: Int, range: Range<Int>) throws {
    let x = Tensor.ramp(shape)
    let y = x.slice(range, axis: axis)
    #expect(try Shapes.slice(shape, range, axis: axis) == y.shape)
    #expect(y.shape[axis] == range.count)
    let rest = [0..<range.lowerBound, range, range.upperBound..<shape[axis]].filter { !$0.isEmpty }
    let parts = rest.map { x.slice($0, axis: axis) }
    #expect(concatenate(parts, axis: axis).scalars == x.scalars)
  }

  @Test(arguments: [0, 1, 2]) func gradients(axis: Int) {
    expectGradientsMatchNudges(of: [.ramp([3, 4, 2])]) { $0[0].slice(1..<2, axis: axis) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { $0[0].slice(0..<2) }
  }

  @Test(
    arguments: [
      ([4, 3], 0..<1, 2, "slice: along axis 2 of [4, 3]; axes count from 0 to 1"),
      (
        [4, 3], 1..<5, 1,
        "slice: 1 up to 5 along axis 1 of [4, 3], whose places are 0 up to 3; at least one is wanted"
      ),
      (
        [4, 3], 2..<2, 0,
        "slice: 2 up to 2 along axis 0 of [4, 3], whose places are 0 up to 4; at least one is wanted"
      ),
      ([0, 3], 0..<1, 1, "slice: x is [0, 3], which holds no numbers"),
    ])
  func whatDoesNotFitIsNamed(shape: [Int], range: Range<Int>, axis: Int, sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.slice(shape, range, axis: axis) }
  }
}
