import Autograd
import Testing

@testable import Datasets

@Suite struct BatchesTests {
  /// Ten pictures of 2×2; every pixel of picture `i` is `10 i`, its label `i`.
  private let data = LabeledImages(
    pixels: (0..<40).map { UInt8($0 / 4 * 10) }, labels: Array(0..<10), height: 2, width: 2,
    classNames: (0...9).map(String.init))
  private let plain = Normalize(mean: 0, deviation: 1 / 255.0)

  @Test func picturesComeInOrderAndTheLastBatchIsSmaller() {
    let batches = data.batches(of: 4, normalize: plain)
    #expect(batches.count == 3)
    #expect(batches.map(\.labels) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]])
    #expect(batches.map(\.images.shape) == [[4, 1, 2, 2], [4, 1, 2, 2], [2, 1, 2, 2]])
  }

  @Test func everyPictureKeepsItsLabel() {
    for batch in data.batches(of: 3, normalize: plain, shuffledBy: Random(seed: 5)) {
      let expected = batch.labels.flatMap { [Float](repeating: Float($0 * 10), count: 4) }
      #expect(zip(batch.images.scalars, expected).allSatisfy { abs($0 - $1) < 1e-3 })
    }
  }

  @Test func shufflingShowsEveryPictureOnce() {
    let labels = data.batches(of: 3, normalize: plain, shuffledBy: Random(seed: 5)).flatMap(
      \.labels)
    #expect(labels.sorted() == data.labels && labels != data.labels)
  }

  @Test func theSeedAloneDecidesTheOrder() {
    func labels(_ seed: UInt64) -> [Int] {
      data.batches(of: 3, normalize: plain, shuffledBy: Random(seed: seed)).flatMap(\.labels)
    }
    #expect(labels(1) == labels(1))
    #expect(labels(1) != labels(2))
  }

  @Test func goingThroughTwiceGivesTheSameBatches() {
    let batches = data.batches(
      of: 4, normalize: plain, resize: Resize(height: 5, width: 3), shuffledBy: Random(seed: 1))
    #expect(batches.map(\.images.scalars) == batches.map(\.images.scalars))
  }

  @Test func theFirstFewCanBeLeftOut() {
    let batches = data.batches(of: 3, normalize: plain, shuffledBy: Random(seed: 1))
    let labels = batches.map(\.labels)
    for count in 0...5 {
      let rest = batches.dropFirst(count)
      #expect(rest.count == max(0, 4 - count))
      #expect(rest.map(\.labels) == Array(labels.suffix(rest.count)))
      #expect(rest.dropFirst(1).map(\.labels) == Array(labels.suffix(rest.count).dropFirst()))
    }
  }

  @Test func picturesAreResizedBeforeTheyAreNormalized() {
    let digits = DrawnDigits.dataset(training: 5, test: 0).training
    let (resize, normalize) = (Resize(height: 40, width: 33), Normalize(mean: 0.1, deviation: 0.3))
    var index = 0
    for batch in digits.batches(of: 2, normalize: normalize, resize: resize) {
      #expect(batch.images.shape == [batch.labels.count, 1, 40, 33])
      let expected = (0..<batch.labels.count).flatMap {
        normalize(resize(digits.picture(at: index + $0), height: 28, width: 28))
      }
      #expect(batch.images.scalars == expected)
      index += batch.labels.count
    }
    #expect(index == 5)
  }

  @Test func aBatchLargerThanTheDataIsOneBatch() {
    for size in [10, 11, .max] {
      let batches = data.batches(of: size, normalize: plain)
      #expect(batches.count == 1 && batches.map(\.labels) == [data.labels])
    }
  }

  @Test func aLastBatchThatIsNotFullMayBeDropped() {
    let ten = data.labels
    for size in [1, 3, 5, 10, 11, .max] {
      let batches = data.batches(of: size, normalize: plain, dropLast: true)
      let full = ten.count / size
      #expect(batches.count == full)
      #expect(batches.map(\.labels.count) == Array(repeating: size, count: full))
      #expect(batches.flatMap(\.labels) == Array(ten.prefix(full == 0 ? 0 : full * size)))
    }
  }

  @Test func noPicturesAreNoBatches() {
    let batches = data.prefix(0).batches(of: 4, normalize: plain)
    #expect(batches.count == 0 && batches.map(\.labels).isEmpty)
  }

  @Test func manyCanBeBrokenOffEarly() {
    for _ in 0..<50 {
      for batch in data.batches(of: 2, normalize: plain) {
        #expect(batch.labels == [0, 1])
        break
      }
    }
  }

  @Test func aBatchOfZeroStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let one = LabeledImages(pixels: [1], labels: [0], height: 1, width: 1, classNames: ["a"])
      _ = one.batches(of: 0, normalize: Normalize(mean: 0, deviation: 1))
    }
    #expect(result!.standardErrorText.contains("a batch of 0 pictures was asked for"))
  }
}
