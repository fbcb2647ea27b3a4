import Foundation

/// What a chapter claims about its results, checked as it runs.
///
///     var checks = Checks()
///     checks.expect("test accuracy after epoch 1 is at least 0.96", got: 0.971, atLeast: 0.96)
///     checks.finish()
///
/// Each claim is printed with its outcome, and what came out beside what was expected. NaN fulfills no claim.
public struct Checks {
  /// How many claims about this run held.
  public var passed: Int { here.passed }
  /// How many claims about this run did not hold.
  public var failed: Int { here.failed }

  private var here = Count()
  /// The claims about a recorded run, if there were any.
  private var recorded: (record: RunRecord, count: Count)?
  /// Whether claims are about that run now.
  private var isAboutRecord = false

  private struct Count {
    var passed = 0, failed = 0
    var text: String { "\(passed) passed, \(failed) failed" }
  }

  /// No claims yet.
  public init() {}

  /// Claims that something holds.
  public mutating func expect(_ claim: String, _ holds: Bool) {
    count(claim, holds)
  }

  /// Claims that a value is the one expected.
  public mutating func expect<Value: Equatable>(_ claim: String, got: Value, _ expected: Value) {
    count(claim, got == expected, CheckedValues(got, .equal, expected))
  }

  /// Claims that a value is no smaller than a bound.
  public mutating func expect<Value: Comparable>(_ claim: String, got: Value, atLeast bound: Value)
  {
    count(claim, got >= bound, CheckedValues(got, .atLeast, bound))
  }

  /// Claims that a value is no larger than a bound.
  public mutating func expect<Value: Comparable>(_ claim: String, got: Value, atMost bound: Value) {
    count(claim, got <= bound, CheckedValues(got, .atMost, bound))
  }

  /// Makes the claims in `body` about the results of a recorded run: they are marked, and counted apart.
  ///
  /// - Parameter record: `nil` if the results are this run's.
  public mutating func about(_ record: RunRecord?, _ body: (inout Checks) -> Void) {
    if let record { recorded = recorded ?? (record, Count()) }
    isAboutRecord = record != nil
    body(&self)
    isAboutRecord = false
  }

  /// Prints how many claims held, and ends the program with status 1 if any did not.
  ///
  /// - Parameter chapter: if all claims held, what a reader may do after it is printed, but not on a woven page.
  public func finish(_ chapter: Chapter? = nil) {
    printSummary()
    if let chapter, !Woven.isOn { printLines("\n" + closingText(chapter, .standardOutput)) }
  }

  /// Prints how many claims held, and ends the program with status 1 if any did not.
  ///
  /// If all held, the chapter's end follows; on a woven page it is part of the page.
  ///
  /// - Parameters:
  ///   - chapter: what the chapter is, and what comes after it.
  ///   - ending: that of `ChapterOptions.parse`, too, for `--answers`.
  public func finish(_ chapter: Chapter, _ ending: Ending) {
    printSummary()
    if Woven.isOn { return Woven.ending(ending.markdown(chapter)) }
    printLines(ending.text(chapter, .standardOutput))
    printLines("\n" + closingText(chapter, .standardOutput))
  }

  private func printSummary() {
    printLines(summary)
    if failed + (recorded?.count.failed ?? 0) > 0 { exit(1) }
  }

  var summary: String {
    let lines =
      recorded.map { ["checks of the run recorded on \($0.record.date): \($0.count.text)"] } ?? []
    return (["checks: \(here.text)"] + lines).joined(separator: "\n")
  }
}

extension Checks {
  private mutating func count(_ claim: String, _ holds: Bool, _ values: CheckedValues? = nil) {
    let place = holds ? \Count.passed : \Count.failed
    if isAboutRecord { recorded?.count[keyPath: place] += 1 } else { here[keyPath: place] += 1 }
    let whole = isAboutRecord ? "recorded: \(claim)" : claim
    printLines(checkText(whole, holds, values, .standardOutput))
  }
}
