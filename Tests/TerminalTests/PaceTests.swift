import Testing

@testable import Terminal

struct PaceTests {
  /// The pace after measurements were offered, and which of them were taken.
  func pace(after offers: [(done: Int, time: Double)]) -> (Pace, taken: [Bool]) {
    var pace = Pace(start: 0)
    let taken = offers.map { pace.measureIfDue($0.done, at: $0.time) }
    return (pace, taken)
  }

  @Test func theLatestMeasurementCountsForThreeTenths() {
    #expect(pace(after: []).0.secondsPerStep == nil)
    #expect(pace(after: [(1, 1)]).0.secondsPerStep == 1)
    #expect(pace(after: [(1, 1), (2, 3)]).0.secondsPerStep == 0.7 * 1 + 0.3 * 2)
  }

  @Test func aTenthOfASecondLiesBetweenMeasurements() {
    let (pace, taken) = pace(after: [(1, 0.05), (2, 0.2), (3, 0.25)])
    #expect(taken == [false, true, false])
    #expect(pace.secondsPerStep == 0.1)
  }

  @Test func noStepsHaveNoPace() {
    var (pace, taken) = pace(after: [(0, 5)])
    #expect(taken == [true] && pace.secondsPerStep == nil)
    pace.average(0, at: 6)
    #expect(pace.secondsPerStep == nil && pace.elapsed == 6)
  }
}
