import Testing

@testable import Datasets

@Suite struct DrawnDigitsTests {
  @Test func theSameSeedDrawsTheSameBytes() {
    let (first, second) = (
      DrawnDigits.dataset(training: 30, test: 10, seed: 4),
      DrawnDigits.dataset(training: 30, test: 10, seed: 4)
    )
    #expect(first.training.pixels == second.training.pixels)
    #expect(first.training.labels == second.training.labels)
    #expect(first.test.pixels == second.test.pixels)
    let other = DrawnDigits.dataset(training: 30, test: 10, seed: 5)
    #expect(first.training.pixels != other.training.pixels)
  }

  /// The sum changes when the shapes or the hand do; it must not change with the machine.
  @Test func theSameSeedDrawsTheSameBytesEverywhere() throws {
    let path = TemporaryFolder()
    let file = path.write(DrawnDigits.dataset(training: 100, test: 0).training.pixels, to: "pixels")
    #expect(
      try SHA256.hexDigest(ofFile: file)
        == "f4a06b71f0175794d35180e63e314d8b0c1edd2f34997ef02c09d598fe2b542e")
  }

  @Test func theyHaveTheFormOfMNIST() {
    let data = DrawnDigits.dataset(training: 300, test: 20)
    #expect(data.isDrawn && data.name == "drawn digits")
    #expect(data.training.count == 300 && data.test.count == 20)
    #expect(data.training.height == 28 && data.training.width == 28)
    #expect(Set(data.training.labels) == Set(0...9))
    // Mostly black, and as bright on the whole as MNIST, whose mean is 0.13.
    #expect((0.08...0.16).contains(data.training.mean))
  }

  @Test func moreTrainingPicturesLeaveTheTestAlone() {
    let (few, many) = (
      DrawnDigits.dataset(training: 5, test: 8),
      DrawnDigits.dataset(training: 9, test: 8)
    )
    #expect(few.test.pixels == many.test.pixels)
    #expect(few.training.pixels != few.test.prefix(5).pixels)
  }

  @Test func everyDigitIsWhiteInkOnBlackPaper() {
    let digits = DrawnDigits.dataset(training: 400, test: 0).training
    for index in 0..<digits.count {
      let picture = digits.picture(at: index)
      #expect(picture.max()! > 120 && picture.count { $0 == 0 } > 350)
    }
  }

  /// Whoever compares with the mean picture of each class, learnt from 500, is right more often than
  /// not, where guessing would be right once in ten, and wrong at least once in twenty.
  @Test func theyAreRecognizableButNotTrivial() {
    let data = DrawnDigits.dataset(training: 500, test: 100)
    let size = 28 * 28
    var means = [[Float]](repeating: [Float](repeating: 0, count: size), count: 10)
    for index in 0..<data.training.count {
      let label = data.training.labels[index]
      let share = 1 / Float(data.training.labels.count { $0 == label })
      for (place, pixel) in data.training.picture(at: index).enumerated() {
        means[label][place] += Float(pixel) * share
      }
    }
    let correct = (0..<data.test.count).count { index in
      let picture = data.test.picture(at: index).map { Float($0) }
      let distances = means.map { mean in
        zip(mean, picture).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      return distances.firstIndex(of: distances.min()!) == data.test.labels[index]
    }
    #expect((51...95).contains(correct))
  }
}
