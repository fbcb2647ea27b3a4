/// When a meter that cannot redraw writes a line: at each tenth, and at least once a minute.
///
/// Lines are at least a second apart, so that a short loop writes one line to a log, not ten.
struct LineSchedule {
  private var nextTenth = 1
  private var writtenAt: Double
  private var writtenDone = 0

  init(start: Double) { writtenAt = start }

  mutating func isDue(_ done: Int, of total: Int, at time: Double) -> Bool {
    let tenth = Int(Double(done) / Double(max(1, total)) * 10)
    let age = time - writtenAt
    guard (tenth >= nextTenth && age >= 1) || age >= 60 else { return false }
    (nextTenth, writtenAt, writtenDone) = (tenth + 1, time, done)
    return true
  }

  /// Whether there was progress since the last line.
  func hasNews(_ done: Int) -> Bool { done > writtenDone }
}
