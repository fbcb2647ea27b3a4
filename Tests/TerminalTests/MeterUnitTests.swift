import Testing

@testable import Terminal

struct MeterUnitTests {
  @Test func stepsAreCountedInTheWidthOfTheirTotal() {
    #expect(MeterUnit.steps.count(7, of: 300) == "  7/300")
  }

  @Test(arguments: [
    (0, 9_912_422, "0.0 of 9.9 MB"), (999_999, 12_000_000, " 1.0 of 12.0 MB"),
    (14_440, 28_881, "14.4 of 28.9 kB"), (5, 100, "  5 of 100 B"),
    (500_000_000, 2_000_000_000, "0.5 of 2.0 GB"),
  ])
  func bytesAreCountedInTheUnitOfTheirTotal(done: Int, total: Int, text: String) {
    #expect(MeterUnit.bytes.count(done, of: total) == text)
  }

  @Test func slowStepsAreTimedOneByOne() {
    #expect(MeterUnit.steps.rate(secondsPerStep: 1 / 163.2) == "163/s")
    #expect(MeterUnit.steps.rate(secondsPerStep: 0.125) == "8.0/s")
    #expect(MeterUnit.steps.rate(secondsPerStep: 2.5) == "2.5 s each")
    #expect(MeterUnit.bytes.rate(secondsPerStep: 1 / 4.9e6) == "4.9 MB/s")
  }
}
