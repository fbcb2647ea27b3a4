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

  @Test func aLineSaysWhatWasClaimedGotAndWanted() {
    #expect(checkText("it fell", true, nil, .file) == "✓ it fell")
    #expect(
      checkText("x", false, comparison(1, 2, "at least ", holds: false), .plainFile)
        == "FAILED x: got 1, wanted at least 2")
    #expect(checkText("x", true, nil, .plainFile) == "ok     x")
  }

  @Test func roundingDoesNotMakeAFailureLookLikeASuccess() {
    #expect(comparison(0.123456, 0.5, "", holds: false) == "got 0.1235, wanted 0.5")
    #expect(
      comparison(0.959999, 0.96, "at least ", holds: false) == "got 0.959999, wanted at least 0.96")
  }

  @Test func inANarrowWindowALineIsWrappedBetweenWords() {
    #expect(
      checkText(
        "the gradient of the first layer", true, "got 0.5, wanted at least 0.1", .grayWindow(24))
          == """
          ✓ the gradient of the
            first layer: got 0.5,
            wanted at least 0.1
          """)
    let colored = checkText("it fell", true, "got 1", .window(40))
    #expect(colored.hasSuffix("it fell\u{1B}[2m: got 1\u{1B}[0m"))
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
