import Testing

@testable import Terminal
import TestSupport

struct MeterTests {
  let paper = Recorder()
  let clock = TestClock()

  func meter(
    _ name: String = "epoch 1", total: Int = 300, counting unit: MeterUnit = .steps,
    on terminal: Terminal
  ) -> Meter {
    Meter(
      name, total: total, counting: unit, on: Screen(terminal, write: paper.write),
      now: { [clock] in clock.now })
  }

  func run(_ meter: Meter, steps: Int, each seconds: Double) {
    for _ in 0..<steps {
      clock.pass(seconds)
      meter.advance()
    }
  }

  @Test func aWindowShowsOneLineWithShareBarTimesPaceAndNote() {
    let meter = meter(on: .grayWindow(100))
    meter.note = "loss 0.446"
    run(meter, steps: 150, each: 0.125)
    #expect(
      paper.lines == [
        "epoch 1  50% ━━━━━━━━━━━━━━━───────────────  "
          + "150/300  0:19 · 0:19 to go · 8.0/s · loss 0.446"
      ])
  }

  @Test func aFinishedBarStaysAndReportsItsPaceAsAWhole() {
    let meter = meter(total: 3, on: .grayWindow(80))
    clock.pass(9)
    meter.advance(by: 2)
    clock.pass(1)
    meter.advance()
    meter.advance()
    meter.finish()
    #expect(
      paper.lines == ["epoch 1 100% ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  3/3  0:10 · 3.3 s each", ""])
  }

  @Test func aBarIsRedrawnTenTimesASecondAtMost() {
    let meter = meter(total: 10_000, on: .grayWindow(80))
    run(meter, steps: 2000, each: 0.001)
    #expect(paper.written.split(separator: "\r").count <= 21)
  }

  @Test func anAbandonedBarLeavesTheCursorOnALineOfItsOwn() {
    var meter: Meter? = meter(total: 4, on: .grayWindow(80))
    run(meter!, steps: 1, each: 1)
    meter = nil
    #expect(paper.lines.count == 2)
    #expect(paper.lines[0].hasPrefix("epoch 1  25% ━"))
    #expect(paper.lines[1] == "")
  }

  @Test func whatIsSaidGoesAboveTheBar() {
    let meter = meter(total: 4, on: .grayWindow(80))
    meter.say("half way")
    #expect(paper.lines[0] == "half way")
    #expect(paper.lines[1].hasPrefix("epoch 1   0%"))
  }

  @Test func theBarGivesWayFirstAndThenTheTimes() {
    let narrow = meter(on: .grayWindow(60))
    narrow.note = "loss 0.446"
    run(narrow, steps: 150, each: 1)
    #expect(paper.lines == ["epoch 1  50%  150/300  loss 0.446"])
  }

  @Test(arguments: [0, 1, 2, 9, 20, 31, 45, 80])
  func noLineIsWiderThanItsWindow(columns: Int) {
    let meter = meter("第一轮", on: .window(columns, ["NO_COLOR": "1", "COLUMNS": "12"]))
    meter.note = "损失 0.446"
    run(meter, steps: 299, each: 1)
    let width = columns > 0 ? columns : 12
    #expect(paper.lines.allSatisfy { $0.displayWidth < width })
  }

  @Test func aFileGetsTenLinesOfWholeWords() {
    let meter = meter(on: .file)
    run(meter, steps: 300, each: 0.125)
    #expect(paper.lines.count == 11)
    #expect(paper.lines[0] == "epoch 1  10%   30/300  0:04 · 0:34 to go · 8.0/s")
    #expect(paper.lines[9] == "epoch 1 100%  300/300  0:38 · 8.0/s")
    #expect(!paper.written.contains("\r") && !paper.written.contains("\u{1B}"))
  }

  @Test func aLongLoopTellsAFileEveryMinute() {
    let meter = meter(total: 1000, on: .file)
    run(meter, steps: 9, each: 20)
    #expect(
      paper.lines.map { $0.prefix(12) } == ["epoch 1   0%", "epoch 1   0%", "epoch 1   0%", ""])
  }

  @Test func aShortLoopTellsAFileOnce() {
    run(meter(on: .file), steps: 300, each: 0.001)
    #expect(paper.lines.count == 2)
  }

  @Test func anAbandonedLoopTellsAFileWhereItWasLeft() {
    let meter = meter(on: .file)
    run(meter, steps: 40, each: 0.1)
    meter.finish()
    #expect(paper.lines.map { $0.prefix(12) } == ["epoch 1  10%", "epoch 1  13%", ""])
  }

  @Test func downloadsCountInMegabytes() {
    let meter = meter("train-images", total: 9_912_422, counting: .bytes, on: .plainFile)
    clock.pass(2)
    meter.advance(to: 5_000_000)
    #expect(paper.written == "train-images  50%  5.0 of 9.9 MB  0:02, 0:02 to go, 2.5 MB/s\n")
  }

  @Test func aLoopOfNothingIsDone() {
    meter(total: 0, on: .grayWindow(80)).finish()
    #expect(paper.lines[0].hasPrefix("epoch 1 100% ━"))
  }

  @Test func withoutUnicodeTheBarIsMadeOfSigns() {
    #expect(bar(0.5, columns: 12, .plainFile) == "[#####.....]")
  }

  @Test func aBarCannotCountDown() async {
    await #expect(processExitsWith: .failure) { _ = Meter("epoch", total: -1) }
  }
}
