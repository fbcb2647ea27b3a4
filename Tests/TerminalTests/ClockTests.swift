import Testing

@testable import Terminal

struct ClockTests {
  @Test(arguments: [
    (0, "0:00"), (9.4, "0:09"), (65, "1:05"), (3599.6, "1:00:00"), (7384, "2:03:04"), (-1, "0:00"),
    (.infinity, "over 1000 hours"), (.nan, "over 1000 hours"), (1e300, "over 1000 hours"),
  ])
  func durationsAreWrittenAsPeopleWriteThem(seconds: Double, text: String) {
    #expect(clock(seconds) == text)
  }
}
