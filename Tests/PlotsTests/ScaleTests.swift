import Testing

@testable import Plots

@Suite struct ScaleTests {
  @Test(arguments: [
    (0.03, 0.05), (0.2, 0.2), (0.21, 0.5), (1, 1), (7, 10), (120, 200), (3e-9, 5e-9),
  ])
  func stepsAreOneTwoOrFiveTimesAPowerOfTen(rough: Double, step: Double) {
    #expect(abs(niceStep(rough) / step - 1) < 1e-9)
  }

  @Test func ticksAreRoundAndCoverTheData() {
    #expect(
      labels(Scale(Axis(), [0.31, 2.4], about: 5)) == ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"])
    #expect(labels(Scale(Axis(), [93, 97.5], about: 5)) == ["93", "94", "95", "96", "97", "98"])
    #expect(labels(Scale(Axis(), [-3, 4], about: 5)) == ["−4", "−2", "0", "2", "4"])
  }

  @Test func ticksOfWholeNumbersAreWhole() {
    #expect(labels(Scale(Axis(), [1, 2, 3], about: 6, tight: true)) == ["1", "2", "3"])
    #expect(
      labels(Scale(Axis(), [1, 40], about: 5, tight: true)) == ["0", "10", "20", "30", "40"])
  }

  @Test func aScaleGoesFromZeroToOne() throws {
    let scale = Scale(Axis(), [0, 10], about: 5)
    #expect(scale(0) == 0 && scale(5) == 0.5 && scale(10) == 1)
    let logs = Scale(Axis("", .logarithmic), [0.001, 10], about: 5)
    let middle = try #require(logs(0.1))
    #expect(abs(middle - 0.5) < 1e-12)
  }

  @Test func longLogarithmicAxesHavePowersOfTen() {
    let scale = Scale(Axis("", .logarithmic), [3e-8, 1.4], about: 5)
    #expect(labels(scale) == ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"])
  }

  @Test func shortLogarithmicAxesHaveTwosAndFives() {
    let scale = Scale(Axis("", .logarithmic), [0.04, 0.9], about: 5)
    #expect(labels(scale) == ["0.02", "0.05", "0.1", "0.2", "0.5", "1"])
    #expect(scale.ticks.first?.position == 0 && scale.ticks.last?.position == 1)
  }

  @Test func aGivenRangeIsKept() {
    let scale = Scale(Axis(range: 0.4...0.8), [0, 5], about: 5)
    #expect(scale(0.4) == 0 && scale(0.8) == 1)
    #expect(labels(scale) == ["0.4", "0.5", "0.6", "0.7", "0.8"])
  }

  @Test func anInfiniteBoundIsTakenFromTheData() {
    let scale = Scale(Axis(range: 2 ... .infinity), [3, 5], about: 3)
    #expect(scale(2) == 0 && scale(5) == 1)
  }

  @Test(arguments: [Axis.Kind.linear, .logarithmic])
  func anyDataGivesAnAxis(kind: Axis.Kind) {
    let hostile: [[Double]] = [
      [], [0], [-0.0], [7], [-7], [1, 1], [.nan], [.infinity, -.infinity], [1e308, -1e308],
      [1e300, -1e300], [.leastNonzeroMagnitude], [0, .leastNonzeroMagnitude], [1, 1 + 1e-15],
      [1e16, 1e16 + 2], [-3, -2], [1e-300],
      [3.1, 3.9], [1e299, 1e300], [0, 1e-9], [123456789, 123456790],
    ]
    for values in hostile {
      for tight in [false, true] {
        let scale = Scale(Axis("", kind), values, about: 5, tight: tight)
        #expect(scale.ticks.count < 40, "\(values)")
        for tick in scale.ticks {
          #expect(tick.position >= -1e-6 && tick.position <= 1 + 1e-6, "\(values) \(tick)")
          #expect(!tick.label.lowercased().contains("nan") && !tick.label.contains("inf"))
        }
        for value in values {
          if let place = scale(value) { #expect(place >= -1e-6 && place <= 1 + 1e-6, "\(values)") }
        }
      }
    }
  }

  private func labels(_ scale: Scale) -> [String] { scale.ticks.map(\.label) }
}
