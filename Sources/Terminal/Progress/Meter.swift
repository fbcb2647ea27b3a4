import Foundation
import Sentences
import Synchronization

/// A progress bar for a long loop, with the estimated time to go.
///
///     let meter = Meter("epoch 1", total: batches.count)
///     for batch in batches {
///       …
///       meter.note = "loss 0.446"
///       meter.advance()
///     }
///
/// On a terminal one line is redrawn; elsewhere (a file, CI) a line is written now and then. It goes to
/// standard error, apart from a chapter's output. Any thread may advance it.
public final class Meter: Sendable {
  private let label: MeterLabel
  private let screen: Screen
  private let now: @Sendable () -> Double
  private let state: Mutex<State>

  /// A bar for `total` steps or bytes, shown at once.
  public convenience init(_ name: String, total: Int, counting unit: MeterUnit = .steps) {
    self.init(name, total: total, counting: unit, on: .standardError, now: monotonicSeconds)
  }

  init(
    _ name: String, total: Int, counting unit: MeterUnit = .steps, on screen: Screen,
    now: @escaping @Sendable () -> Double
  ) {
    require(total >= 0, "Meter: total is \(total), so it counts down; it must be at least 0")
    label = MeterLabel(name: name, total: total, unit: unit)
    (self.screen, self.now) = (screen, now)
    let start = now()
    state = Mutex(State(pace: Pace(start: start), schedule: LineSchedule(start: start)))
    if screen.terminal.isLive {
      screen.redraw(label.line(Reading(), screen.terminal))
    }
  }

  deinit { finish() }

  /// A few words shown behind the numbers, such as "loss 0.446", from the next redraw on.
  public var note: String {
    get { state.withLock { $0.note } }
    set { state.withLock { $0.note = newValue } }
  }

  /// Counts steps as done.
  public func advance(by steps: Int = 1) {
    state.withLock { advance(&$0, to: $0.done + steps) }
  }

  /// Sets how many steps are done.
  public func advance(to done: Int) {
    state.withLock { advance(&$0, to: done) }
  }

  /// Writes a line above the bar.
  public func say(_ line: String) {
    screen.say(line)
  }

  /// Stops updating the bar, finished or not, and moves the cursor to a new line.
  ///
  /// The last step does this, and so does `deinit`.
  public func finish() {
    state.withLock { finish(&$0) }
  }
}

extension Meter {
  private struct State {
    var done = 0
    var note = ""
    var pace: Pace
    var schedule: LineSchedule
    var isFinished = false
  }

  private func advance(_ state: inout State, to done: Int) {
    guard !state.isFinished else { return }
    state.done = done
    if done >= label.total { return finish(&state) }
    let time = now()
    guard state.pace.measureIfDue(done, at: time) else { return }
    if screen.terminal.isLive {
      screen.redraw(line(state))
    } else if state.schedule.isDue(done, of: label.total, at: time) {
      screen.say(line(state))
    }
  }

  private func finish(_ state: inout State) {
    guard !state.isFinished else { return }
    state.isFinished = true
    state.pace.average(state.done, at: now())
    if screen.terminal.isLive {
      screen.redraw(line(state))
      screen.settle()
    } else if state.schedule.hasNews(state.done) {
      screen.say(line(state))
    }
  }

  private func line(_ state: State) -> String {
    let reading = Reading(
      done: state.done, elapsed: state.pace.elapsed, secondsPerStep: state.pace.secondsPerStep,
      note: state.note)
    return label.line(reading, screen.terminal)
  }
}

/// Seconds since some fixed moment; setting the clock does not disturb them.
private let monotonicSeconds: @Sendable () -> Double = {
  Double(DispatchTime.now().uptimeNanoseconds) / 1e9
}
