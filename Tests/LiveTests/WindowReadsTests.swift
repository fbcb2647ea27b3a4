import Testing

@testable import Live

@Suite struct WindowReadsTests {
  @Test func aWindowWithStrideTwoLeavesOutTheLastRowOfAnEvenImage() {
    let reads = windowReads(height: 6, width: 5, kernelSize: 3, stride: 2, padding: 0)
    let rows: [Float] = [1, 1, 2, 1, 1, 0]
    let columns: [Float] = [1, 1, 2, 1, 1]
    #expect(reads == rows.flatMap { row in columns.map { row * $0 } })
  }

  @Test func aWindowOfOnePixelWithStrideTwoReadsOneInFour() {
    let reads = windowReads(height: 7, width: 7, kernelSize: 1, stride: 2, padding: 0)
    #expect(reads.count { $0 == 1 } == 16)
    #expect(reads.count { $0 == 0 } == 33)
  }

  /// Counted window by window.
  @Test func everyPixelIsReadAsOftenAsWindowsCoverIt() {
    for (height, width, kernel, stride, padding) in [
      (9, 8, 3, 2, 1), (5, 5, 5, 1, 2), (11, 4, 2, 3, 0),
    ] {
      var counts = [Float](repeating: 0, count: height * width)
      for top in Swift.stride(from: -padding, through: height + padding - kernel, by: stride) {
        for left in Swift.stride(from: -padding, through: width + padding - kernel, by: stride) {
          for y in max(0, top)..<min(height, top + kernel) {
            for x in max(0, left)..<min(width, left + kernel) { counts[y * width + x] += 1 }
          }
        }
      }
      let reads = windowReads(
        height: height, width: width, kernelSize: kernel, stride: stride, padding: padding)
      #expect(reads == counts)
    }
  }
}
