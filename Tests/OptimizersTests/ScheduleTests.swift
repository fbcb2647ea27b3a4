import Optimizers
import TestSupport
import Testing

@Suite struct ScheduleTests {
  private func rates(_ schedule: Schedule, _ steps: Int...) -> [Float] {
    steps.map(schedule.learningRate)
  }

  @Test func aConstantStaysAsItIs() {
    #expect(rates(.constant(0.25), 0, 1, 1_000_000) == [0.25, 0.25, 0.25])
  }

  @Test func stepsGoDownAtOnce() {
    let schedule = Schedule.step(from: 8, every: 3, factor: 0.5)
    #expect(rates(schedule, 0, 2, 3, 5, 6, 9) == [8, 8, 4, 4, 2, 1])
  }

  @Test func halfAWaveIsSymmetric() {
    let schedule = Schedule.cosine(from: 5, to: 1, over: 6)
    expectClose(
      [0, 2, 3, 4, 6].map(schedule.learningRate), [5, 4, 3, 2, 1], tolerance: 1e-6)  // cos 60° = ½
  }

  @Test func atTheMinimumItStays() {
    let schedule = Schedule.cosine(from: 5, to: 1, over: 6)
    #expect(rates(schedule, 6, 7, 12, .max) == [1, 1, 1, 1])
  }

  @Test func warmUpIsAStraightLineToTheBeginning() {
    let schedule = Schedule.step(from: 8, every: 3, factor: 0.5).warmedUp(from: 4, over: 4)
    #expect(rates(schedule, 0, 1, 2, 3, 4, 6, 7) == [4, 5, 6, 7, 8, 8, 4])
  }

  /// As in He 2015, where the deepest net begins with a smaller rate, for a time.
  @Test func aWarmUpCanItselfBeWarmedUp() {
    let schedule = Schedule.constant(4).warmedUp(from: 2, over: 2).warmedUp(from: 0, over: 2)
    #expect(rates(schedule, 0, 1, 2, 3, 4, 5) == [0, 1, 2, 3, 4, 4])
  }

  @Test(arguments: try FixtureCase.load("schedules"))
  func theRatesAreThoseOfPyTorch(fixture: FixtureCase) throws {
    let settings = fixture.settings.mapValues(Float.init)
    var schedule =
      switch fixture.operation {
      case "step":
        Schedule.step(
          from: settings["learningRate"]!, every: fixture.whole("every"),
          factor: settings["factor"]!)
      case "cosine":
        Schedule.cosine(
          from: settings["learningRate"]!, to: settings["minimum"]!, over: fixture.whole("steps"))
      default: fatalError("no schedule is called \(fixture.operation)")
      }
    if let start = settings["warmUpFrom"] {
      schedule = schedule.warmedUp(from: start, over: fixture.whole("warmUp"))
    }
    for (step, wanted) in fixture["rates"]!.scalars.enumerated() {
      expectClose([schedule.learningRate(at: step)], [wanted], tolerance: 2e-6, "step \(step),")
    }
  }

  @Test func aRateIsANumberAndNotNegative() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Schedule.cosine(from: 1, to: -0.5, over: 3)
    }
    #expect(
      result?.lastWords
        == "Schedule.cosine: to is -0.5; it must be a number, and not negative")
  }

  @Test func anIntervalIsAtLeastOneStep() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Schedule.step(from: 1, every: 0)
    }
    #expect(
      result?.lastWords == "Schedule.step: every is 0; it counts steps, at least one")
  }

  @Test func nothingComesBeforeTheFirstStep() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Schedule.constant(1).learningRate(at: -1)
    }
    #expect(result?.lastWords == "Schedule: there is no step -1; the first is step 0")
  }
}
