import Autograd
import TestSupport
import Testing

@Suite struct LinearTests {
  @Test func byHand() {
    let weight = Tensor([1, 2, 3, 4], shape: [2, 2])
    let y = linear(Tensor([10, 1], shape: [1, 2]), weight, Tensor([0.5, -0.5], shape: [2]))
    #expect(y.scalars == [12.5, 33.5])
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 4), (5, 1, 2)])
  func aRowOfOutputsForEachRowOfInputs(n: Int, i: Int, o: Int) throws {
    #expect(try Shapes.linear([n, i], [o, i], [o]) == [n, o])
    #expect(try Shapes.linear([n, i], [o, i], nil) == [n, o])
    #expect(linear(.ramp([n, i]), .ramp([o, i]), .ramp([o])).shape == [n, o])
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 4), (5, 1, 2)]) func gradients(n: Int, i: Int, o: Int) {
    let (x, weight, bias) = (
      Tensor.ramp([n, i]), Tensor.ramp([o, i], seed: 3), Tensor.ramp([o], seed: 5)
    )
    expectGradientsMatchNudges(of: [x, weight, bias]) { linear($0[0], $0[1], $0[2]) }
    expectGradientsMatchNudges(of: [x, weight]) { linear($0[0], $0[1]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3]), .ramp([4, 3]), .ramp([4])]) {
      linear($0[0], $0[1], $0[2])
    }
  }

  @Test(
    arguments: [
      ([2, 3], [4], nil, "linear: weight is [4], but should be [O, I]"),
      ([2, 3], [0, 3], nil, "linear: weight is [0, 3], which holds no numbers"),
      ([3], [4, 3], nil, "linear: x is [3], but should be rows of 3 numbers, [N, 3]"),
      (
        [2, 1], [4, 3], nil,
        "linear: x is [2, 1], so it has 1 feature; weight is [4, 3], which expects 3"
      ),
      ([2, 3], [4, 3], [3], "linear: bias is [3]; weight is [4, 3], which expects [4]"),
    ] as [([Int], [Int], [Int]?, String)])
  func whatDoesNotFitIsNamed(x: [Int], weight: [Int], bias: [Int]?, sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.linear(x, weight, bias) }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = linear(.zeros([8, 16, 2, 2]), .zeros([10, 64]))
    }
    #expect(
      result?.lastWords
        == "linear: x is [8, 16, 2, 2], but should be rows of 64 numbers, [N, 64]")
  }
}
