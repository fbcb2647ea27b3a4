import Foundation
import Testing

@testable import Notebook
import TestSupport

struct ChecksTests {
  @Test func claimsAreCounted() {
    var checks = Checks()
    checks.expect("a bound from below", got: 0.971, atLeast: 0.96)
    checks.expect("a bound from above", got: 3, atMost: 3)
    checks.expect("a shape", got: [4, 3], [4, 3])
    checks.expect("a fact", true)
    checks.expect("another bound", got: 0.95, atLeast: 0.96)
    checks.expect("another shape", got: [4, 3], [3, 4])
    checks.expect("no fact", false)
    #expect(checks.summary == "checks: 4 passed, 3 failed")
  }

  @Test func whatIsNotANumberFulfillsNoClaim() {
    var checks = Checks()
    checks.expect("from below", got: Float.nan, atLeast: 0)
    checks.expect("from above", got: Double.nan, atMost: 1)
    checks.expect("equal", got: Double.nan, .nan)
    #expect(checks.passed == 0 && checks.failed == 3)
  }

  private let low = CheckedValues(0.5, .atLeast, 0.1)

  @Test func valuesStandInColumns() {
    #expect(checkText("it fell", true, nil, .file) == "✓ it fell")
    #expect(checkText("x", true, nil, .plainFile) == "ok     x")
    let lines = [
      checkText("parameters", true, CheckedValues(41514, .equal, 41514), .file),
      checkText("the gradient of the first layer is not much less", true, low, .file),
      checkText("it fell", false, CheckedValues(2.31, .atMost, 1), .file),
    ]
    #expect(
      lines.joined(separator: "\n") == """
        ✓ parameters                                   got 41514      expected 41514
        ✓ the gradient of the first layer is not much  got 0.5        expected ≥ 0.1
          less
        ✗ it fell                                      got 2.31       expected ≤ 1
        """)
    #expect(
      checkText("it fell", true, CheckedValues(1, .atMost, 2), .plainFile)
        == "ok     it fell                                 got 1          expected <= 2")
  }

  @Test func longValuesFollowTheClaim() {
    let shapes = CheckedValues([64, 256, 28, 28], .equal, [64, 256, 28, 28])
    #expect(
      checkText("the block returns the shape it is given", true, shapes, .file) == """
        ✓ the block returns the shape it is given
          got [64, 256, 28, 28], expected [64, 256, 28, 28]
        """)
  }

  @Test func roundingDoesNotMakeAFailureLookLikeASuccess() {
    func texts(_ got: Double, _ relation: CheckedValues.Relation, _ expected: Double)
      -> CheckedTexts
    {
      CheckedValues(got, relation, expected).texts(holds: false, .plainFile)
    }
    #expect(texts(0.123456, .equal, 0.5) == CheckedTexts(got: "0.1235", expected: "0.5"))
    #expect(texts(0.959999, .atLeast, 0.96) == CheckedTexts(got: "0.959999", expected: ">= 0.96"))
  }

  @Test func inANarrowWindowALineIsWrappedBetweenWords() {
    #expect(
      checkText("the gradient of the first layer", true, low, .grayWindow(24)) == """
        ✓ the gradient of the
          first layer
          got 0.5, expected ≥
          0.1
        """)
    let colored = checkText("it fell", true, CheckedValues(1, .equal, 1), .window(40))
    #expect(colored.hasSuffix("it fell\u{1B}[2m: got 1, expected 1\u{1B}[0m"))
  }

  @Test func claimsAboutARecordedRunAreMarkedAndCountedApart() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(1), observing: [\.standardOutputContent]
    ) {
      var checks = Checks()
      checks.expect("of this run", true)
      let record = RunRecord(
        arguments: ["/bin/chapter5", "--full"], at: Date(timeIntervalSince1970: 0))
      checks.about(record) {
        $0.expect("of that run", true)
        $0.expect("of that run too", false)
      }
      checks.about(nil) { $0.expect("of this one again", true) }
      checks.finish()
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains(" recorded: of that run\n") && !text.contains("recorded: of this"))
    #expect(text.contains("checks: 2 passed, 0 failed\n"))
    #expect(text.contains("checks of the run recorded on 1970-01-01: 1 passed, 1 failed\n"))
  }

  @Test func aFailureEndsTheProgramWithStatusOne() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(1), observing: [\.standardOutputContent]
    ) {
      var checks = Checks()
      checks.expect("no fact", false)
      checks.finish()
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains("checks: 0 passed, 1 failed\n"))
  }

  @Test func withoutFailuresTheProgramGoesOn() async {
    await #expect(processExitsWith: .success) {
      var checks = Checks()
      checks.expect("a fact", true)
      checks.finish()
    }
  }
}
