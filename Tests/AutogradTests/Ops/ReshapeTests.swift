import Autograd
import TestSupport
import Testing

@Suite struct ReshapeTests {
  @Test func byHand() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(x.reshaped([3, 2]).scalars == [1, 2, 3, 4, 5, 6])
    #expect(x.reshaped([3, 2]).shape == [3, 2])
  }

  @Test(arguments: [([], [1, 1]), ([0, 3], [5, 0]), ([2, 3, 4], [4, 6]), ([6], [1, 6, 1])])
  func anyShapeThatHoldsAsManyWillDo(given: [Int], wanted: [Int]) throws {
    #expect(try Shapes.reshape(given, to: wanted) == wanted)
    #expect(Tensor.ramp(given).reshaped(wanted).shape == wanted)
  }

  @Test(arguments: [([2, 3, 4, 5], [2, 60]), ([3], [3, 1]), ([4, 0, 7], [4, 0])])
  func flatteningKeepsTheRows(given: [Int], wanted: [Int]) throws {
    #expect(try Shapes.flatten(given) == wanted)
    #expect(Tensor.ramp(given).flattened().shape == wanted)
  }

  @Test func gradients() {
    expectGradientsMatchNudges(of: [.ramp([2, 3])]) { $0[0].reshaped([3, 2]) }
    expectGradientsMatchNudges(of: [.ramp([2, 3, 1, 2])]) { $0[0].flattened() }
  }

  /// A convolution may lay its result out otherwise; the row below an image is still the image.
  @Test func whatAConvolutionLaidOutIsReadInRowMajorOrder() {
    let x = Tensor.ramp([2, 3, 4, 4])
    let identity = Tensor([1, 0, 0, 0, 1, 0, 0, 0, 1], shape: [3, 3, 1, 1])
    #expect(conv2D(x, identity).flattened().scalars == x.scalars)
    expectGradientsMatchNudges(of: [identity, x]) { conv2D($0[1], $0[0]).flattened() }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { $0[0].reshaped([6]) }
  }

  @Test func anotherCountIsNamed() async {
    let sentence = "reshape: x is [1], which holds 1 number; [2, 3] holds 6"
    #expect(throws: SentenceError(sentence)) { try Shapes.reshape([1], to: [2, 3]) }
    #expect(throws: SentenceError("reshape: to [-1, 2], but no axis is shorter than 0")) {
      try Shapes.reshape([6], to: [-1, 2])
    }
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([1]).reshaped([2, 3])
    }
    #expect(result?.lastWords == sentence)
  }

  @Test func aSingleNumberHasNoRows() async {
    let sentence = "flatten: x is [], a single number, which has no rows"
    #expect(throws: SentenceError(sentence)) { try Shapes.flatten([]) }
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor(1).flattened()
    }
    #expect(result?.lastWords == sentence)
  }
}
