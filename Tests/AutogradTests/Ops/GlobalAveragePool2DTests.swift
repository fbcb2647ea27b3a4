import Autograd
import TestSupport
import Testing

@Suite struct GlobalAveragePool2DTests {
  @Test func byHand() {
    let x = Tensor([1, 2, 3, 6, 0, 0, 0, -4], shape: [1, 2, 2, 2])
    #expect(globalAveragePool2D(x).scalars == [3, -1])
  }

  @Test(arguments: [[1, 1, 1, 1], [2, 3, 4, 5], [3, 17, 1, 7]]) func shape(x: [Int]) throws {
    let wanted = [x[0], x[1], 1, 1]
    #expect(try Shapes.globalAveragePool2D(x) == wanted)
    let y = globalAveragePool2D(.ramp(x))
    #expect(y.shape == wanted)
    #expect(y.scalars.count == x[0] * x[1])
  }

  @Test(arguments: [[1, 1, 1, 1], [2, 3, 4, 5], [1, 17, 1, 7]]) func gradients(x: [Int]) {
    expectGradientsMatchNudges(of: [.ramp(x)]) { globalAveragePool2D($0[0]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([1, 2, 4, 4])]) { globalAveragePool2D($0[0]) }
  }

  @Test(
    arguments: [
      ([8, 28], "globalAveragePool2D: x is [8, 28], but images are [N, C, H, W]"),
      ([2, 3, 0, 4], "globalAveragePool2D: x is [2, 3, 0, 4], which holds no numbers"),
    ])
  func whatDoesNotFitIsNamed(x: [Int], sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.globalAveragePool2D(x) }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = globalAveragePool2D(.zeros([2, 3]))
    }
    #expect(result?.lastWords == "globalAveragePool2D: x is [2, 3], but images are [N, C, H, W]")
  }
}
