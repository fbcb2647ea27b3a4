import Testing

@testable import Notebook

struct SparklineTests {
  @Test func theHighestAndLowestReachTheEdges() {
    #expect(sparkline([8, 4, 2, 1], on: .file) == "█▄▂▁")
    #expect(sparkline([Float(0), 1], on: .plainFile) == "_@")
  }

  @Test func valuesThatAreNotFiniteLeaveAGap() {
    #expect(sparkline([1, .nan, 2, .infinity], on: .file) == "▁ █ ")
    #expect(sparkline([Double.nan], on: .file) == " ")
  }

  @Test func valuesThatAreAllAlikeAreInTheMiddle() {
    #expect(sparkline([3, 3, 3], on: .file) == "▅▅▅")
    #expect(sparkline([Double](), on: .file) == "")
  }

  @Test func manyValuesAreAveraged() {
    #expect(sparkline((0..<1000).map(Double.init), width: 8, on: .file) == "▁▂▃▄▅▆▇█")
    #expect(sparkline([1, 2, 3], width: 0, on: .file).count == 1)
  }

  @Test func theLargestRangeThereIsDoesNotOverflow() {
    let most = Double.greatestFiniteMagnitude
    #expect(sparkline([-most, 0, most], on: .file) == "▁▅█")
  }
}
