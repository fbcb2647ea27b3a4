import Autograd
import TestSupport
import Testing

@Suite struct CrossEntropyTests {
  @Test func byHand() {
    let logits = Tensor([0, 0, 0, 0, 1, 0, 0, 0], shape: [2, 4])
    // Two means: log 4, and log(e + 3) − 1.
    expectClose(
      [crossEntropy(logits, [3, 0]).scalar], [(1.3862944 + 0.7436683) / 2], tolerance: 1e-6)
  }

  @Test(arguments: [(1, 1), (1, 10), (5, 3)]) func theResultIsOneNumber(
    n: Int, classes: Int
  ) throws {
    let labels = (0..<n).map { $0 % classes }
    #expect(try Shapes.crossEntropy([n, classes], labels) == [])
    #expect(crossEntropy(.ramp([n, classes]), labels).shape == [])
  }

  @Test(arguments: [(1, 1), (1, 10), (5, 3)]) func gradients(n: Int, classes: Int) {
    expectGradientsMatchNudges(of: [3 * .ramp([n, classes])]) {
      crossEntropy($0[0], (0..<n).map { $0 % classes })
    }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3])]) { crossEntropy($0[0], [0, 1]) }
  }

  @Test(
    arguments: [
      ([3], [0], "crossEntropy: logits are [3], but should be one score per class, [N, classes]"),
      (
        [2, 0], [0, 0],
        "crossEntropy: logits are [2, 0], but should be one score per class, [N, classes]"
      ),
      (
        [1, 3], [0, 1],
        "crossEntropy: logits are [1, 3], so they have 1 row; labels were given for 2"
      ),
      (
        [0, 3], [], "crossEntropy: logits are [0, 3], which hold no numbers to take a mean of"
      ),
      (
        [2, 3], [0, 3],
        "crossEntropy: label 1 is 3; logits are [2, 3], which expects 0 to 2"
      ),
      (
        [2, 3], [-1, 0],
        "crossEntropy: label 0 is -1; logits are [2, 3], which expects 0 to 2"
      ),
    ])
  func whatDoesNotFitIsNamed(logits: [Int], labels: [Int], sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.crossEntropy(logits, labels) }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = crossEntropy(.zeros([2, 10]), [9, 10])
    }
    #expect(
      result?.lastWords == "crossEntropy: label 1 is 10; logits are [2, 10], which expects 0 to 9")
  }
}
