import Autograd
import Testing

@testable import Classify

@Suite struct AnswersTests {
  private func answers(_ logits: [Float], top: Int) throws -> Answers {
    let names = try ClassNames(nil, or: nil, classes: logits.count)
    return try Answers(Tensor(logits, shape: [1, logits.count]), names: names, top: top)
  }

  @Test func theLikeliestComeFirstAndOfEqualsTheLowerNumber() throws {
    let found = try answers([1, 3, 0, 3], top: 3).answers
    #expect(found.map(\.class) == [1, 3, 0])
    #expect(found.map(\.name) == ["class 1", "class 3", "class 0"])
    // exp(3) / (exp(1) + exp(3) + exp(0) + exp(3))
    #expect(abs(found[0].probability - 0.4576) < 1e-4)
  }

  @Test func noMoreAreNamedThanThereAre() throws {
    #expect(try answers([1, 2], top: 5).answers.count == 2)
  }

  @Test(arguments: [Float.nan, .infinity]) func scoresThatAreNoNumbersGetASentence(score: Float) {
    let error = #expect(throws: SentenceError.self) { try answers([1, score], top: 5) }
    #expect(
      error?.description
        == "the net's scores for this picture are no finite numbers, so its weights are of no use")
  }
}
