import Testing

@testable import Datasets

@Suite struct NormalizeTests {
  @Test func everyByteIsCentredAndScaled() {
    let normalize = Normalize(mean: 0.1307, deviation: 0.3081)
    let pixels = (0...255).map { UInt8($0) }
    for (pixel, number) in zip(pixels, normalize(pixels)) {
      #expect(abs(number - (Float(pixel) / 255 - 0.1307) / 0.3081) < 1e-6)
    }
  }

  @Test func blackAndWhiteBecomeTheKnownNumbersOfMNIST() {
    let ends = Normalize(mean: 0.1307, deviation: 0.3081)([0, 255])
    #expect(abs(ends[0] - -0.4242) < 1e-4 && abs(ends[1] - 2.8215) < 1e-4)
  }

  @Test func itsOwnStatisticsMakePicturesStandard() {
    let data = DrawnDigits.dataset(training: 50, test: 0).training
    let numbers = Normalize(mean: data.mean, deviation: data.deviation)(data.pixels).map(
      Double.init)
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
    #expect(abs(mean) < 1e-6 && abs(variance - 1) < 1e-5)
  }

  @Test func aDeviationOfZeroStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Normalize(mean: 0.5, deviation: 0) }
    #expect(result!.standardErrorText.contains("the deviation above 0"))
  }
}
