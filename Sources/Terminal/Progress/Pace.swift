/// The time a step takes: an exponential moving average, updated at most ten times a second.
///
/// The latest measurement has weight 0.3, so that the estimated time to go changes smoothly.
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

  /// Measures, unless the last measurement is less than a tenth of a second old; returns whether it did.
  mutating func measureIfDue(_ done: Int, at time: Double) -> Bool {
    guard time - measuredAt >= 0.1 else { return false }
    if done > measuredDone {
      let latest = (time - measuredAt) / Double(done - measuredDone)
      secondsPerStep = secondsPerStep.map { 0.7 * $0 + 0.3 * latest } ?? latest
    }
    (measuredAt, measuredDone, elapsed) = (time, done, time - start)
    return true
  }

  /// Takes the average over the whole loop, for when it has ended.
  mutating func average(_ done: Int, at time: Double) {
    elapsed = time - start
    secondsPerStep = done > 0 ? elapsed / Double(done) : nil
  }
}
