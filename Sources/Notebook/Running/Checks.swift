import Foundation

/// What a chapter claims about its results, checked as it runs.
///
///     var checks = Checks()
///     checks.expect("test accuracy after epoch 1 is at least 0.96", got: 0.971, atLeast: 0.96)
///     checks.finish()
///
/// Each claim is printed with its outcome. NaN fulfills no claim.
public struct Checks {
  /// How many claims held.
  public private(set) var passed = 0
  /// How many claims did not hold.
  public private(set) var failed = 0

  /// No claims yet.
  public init() {}

  /// Claims that something holds.
  public mutating func expect(_ claim: String, _ holds: Bool) {
    record(claim, holds)
  }

  /// Claims that a value is the one wanted.
  public mutating func expect<Value: Equatable>(_ claim: String, got: Value, _ wanted: Value) {
    record(claim, got == wanted, got, wanted)
  }

  /// Claims that a value is no smaller than a bound.
  public mutating func expect<Value: Comparable>(_ claim: String, got: Value, atLeast bound: Value)
  {
    record(claim, got >= bound, got, bound, "at least ")
  }

  /// Claims that a value is no larger than a bound.
  public mutating func expect<Value: Comparable>(_ claim: String, got: Value, atMost bound: Value) {
    record(claim, got <= bound, got, bound, "at most ")
  }

  /// Prints how many claims held, and ends the program with status 1 if any did not.
  public func finish() {
    printLines(summary)
    if failed > 0 { exit(1) }
  }

  var summary: String { "checks: \(passed) passed, \(failed) failed" }
}

extension Checks {
  private mutating func record(_ claim: String, _ holds: Bool, _ details: String? = nil) {
    if holds { passed += 1 } else { failed += 1 }
    printLines(checkText(claim, holds, details, .standardOutput))
  }

  private mutating func record(
    _ claim: String, _ holds: Bool, _ got: Any, _ wanted: Any, _ relation: String = ""
  ) {
    record(claim, holds, comparison(got, wanted, relation, holds: holds))
  }
}

/// The two values, rounded, unless they would then look equal although the claim failed.
func comparison(_ got: Any, _ wanted: Any, _ relation: String, holds: Bool) -> String {
  let look = !holds && shown(got) == shown(wanted) ? { "\($0)" } : shown
  return "got \(look(got)), wanted \(relation)\(look(wanted))"
}

func checkText(_ claim: String, _ holds: Bool, _ details: String?, _ terminal: Terminal) -> String {
  let mark =
    terminal.isUnicode ? (holds ? "✓" : "✗") : (holds ? "ok    " : "FAILED")
  let painted = terminal.styled(mark, .bold, holds ? .green : .red)
  return "\(painted) \(claim)" + (details.map { terminal.styled(": \($0)", .dim) } ?? "")
}
