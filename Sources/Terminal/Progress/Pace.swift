/// How long a step takes, measured at most ten times a second and smoothed.
///
/// Ten times is enough for an eye, and costs a loop nothing. The latest measurement counts for 0.3,
/// so that the time to go follows a change of pace without jumping about.
struct Pace {
  private let start: Double
  private var measuredAt: Double
  private var measuredDone = 0

  /// Seconds since the start, as of the last measurement.
  private(set) var elapsed = 0.0

  /// Unknown before the first step.
  private(set) var secondsPerStep: Double?

  init(start: Double) {
    (self.start, measuredAt) = (start, start)
  }

  /// Takes a measurement and says so, unless the last is less than a tenth of a second old.
  mutating func measureIfDue(_ done: Int, at time: Double) -> Bool {
    guard time - measuredAt >= 0.1 else { return false }
    if done > measuredDone {
      let latest = (time - measuredAt) / Double(done - measuredDone)
      secondsPerStep = secondsPerStep.map { 0.7 * $0 + 0.3 * latest } ?? latest
    }
    (measuredAt, measuredDone, elapsed) = (time, done, time - start)
    return true
  }

  /// What a finished loop should report: its pace as a whole.
  mutating func average(_ done: Int, at time: Double) {
    elapsed = time - start
    secondsPerStep = done > 0 ? elapsed / Double(done) : nil
  }
}
