import Testing

@testable import Exercising

/// The sentences about what differs, and the lines in which probes tell.
@Suite struct ComparisonTests {
  private func told(_ numbers: [Double], within tolerance: Double = 1e-4) -> [Told] {
    [Told(name: "the output", value: .numbers(numbers), tolerance: tolerance)]
  }

  private func told(words: [String]) -> [Told] {
    [Told(name: "the names", value: .words(words), tolerance: 0)]
  }

  @Test func numbersWithinTheOriginalsToleranceAreTheSame() {
    #expect(difference(original: told([1, 2]), learner: told([1.0001, 2])) == nil)
    #expect(difference(original: told([1], within: 0), learner: told([1.01], within: 1)) != nil)
  }

  @Test(arguments: [
    ([3], "the output: 3 instead of 1"), ([.nan], "the output: not a number instead of 1"),
    ([.infinity], "the output: inf instead of 1"), ([], "the output: missing"),
    ([1, 1], "the output: [1, 1] instead of 1"),
  ])
  func whatDiffersIsSaid(numbers: [Double], sentence: String) {
    #expect(difference(original: told([1]), learner: told(numbers)) == sentence)
  }

  @Test func ofManyNumbersTheFirstThatDiffersIsShown() {
    let sentence = "the output: 9 instead of 2 at place 1; 2 of 5 numbers differ"
    #expect(
      difference(original: told([1, 2, 3, 4, 5]), learner: told([1, 9, 3, 4, 9])) == sentence)
  }

  @Test func wordsAreComparedInOrder() {
    let original = told(words: ["a", "b"])
    #expect(difference(original: original, learner: original) == nil)
    #expect(
      difference(original: original, learner: told(words: ["a"])) == "the names: missing: b")
    #expect(
      difference(original: original, learner: told(words: ["b", "a"]))
        == "the names: in another order, b, a")
  }

  @Test func whatWasNotAskedForIsNoAnswer() {
    #expect(difference(original: [], learner: told([1])) == "more was answered than was asked")
    #expect(difference(original: told([1]), learner: []) == "the output: no answer")
  }

  @Test(arguments: [[1.5, -.infinity, .zero], []]) func aLineIsReadAsItWasWritten(numbers: [Double])
  {
    let told = told(numbers)[0]
    #expect(Told(line: told.line) == told)
  }

  @Test(arguments: ["", "x", "x\t1\tnumbers\ttwo", "x\tone\tnumbers\t2", "x\t1\tletters\t2"])
  func anotherLineIsNone(line: String) {
    #expect(Told(line: line) == nil)
  }

  @Test(arguments: [
    ("4,640", true), ("4640", true), ("[4640]", true), ("4641", false), ("", false),
    ("4 640", false),
  ])
  func aNumberMayBeWrittenInSeveralWays(answer: String, isRight: Bool) {
    let told = Told(name: "", value: .numbers([4640]), tolerance: 0)
    #expect(AnswerSheet.isRight(answer, told) == isRight)
  }

  @Test func aShapeIsAnsweredWithBracketsOrWithout() {
    let told = Told(name: "", value: .numbers([1, 6, 4, 5]), tolerance: 0)
    for answer in ["[1, 6, 4, 5]", "1, 6, 4, 5", "1 6 4 5"] {
      #expect(AnswerSheet.isRight(answer, told))
    }
  }
}
