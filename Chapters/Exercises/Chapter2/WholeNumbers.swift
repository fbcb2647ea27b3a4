import Chapter2Net
import Datasets
import Exercising

extension Exercise {
  static let wholeNumbers = Exercise(
    "whole-numbers", chapter: 2, .find, "Digits in two colors",
    file: "Sources/Datasets/Transforms/Normalize.swift",
    original: "table = (0...255).map { (Float($0) / 255 - mean) / deviation }",
    given: "table = (0...255).map { (Float($0 / 255) - mean) / deviation }",
    symptom: """
      After an epoch on 6,000 digits 0.090, 0.106 and 0.104 of the test digits are recognized, where 0.812, \
      0.798 and 0.794 are usual (seeds 1, 2 and 3). Shown as the net gets them, the digits are thinner and \
      have two colors, and of many nothing is left.
      """,
    failure: "the pixels",
    hints: """
      Do not look at the files with the digits, but at what the net is given.

      Print how many different numbers there are in a batch. There should be up to 256.

      254 / 255 is 0 for whole numbers: only pure white is left. Convert to `Float` before dividing.
      """,
    story: """
      Nothing stops: shapes and types are right, and the numbers lie between 0 and 1. In Python 2 the same \
      line had the same meaning.
      """,
    figure: .pictures("A digit as the net gets it", of: "a digit as the net gets it", width: 28),
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
  ) { probe in
    var random = probe.random
    let pixels = (0..<200).map { _ in UInt8(random.number(below: 256)) }
    let (mean, deviation) = (random.uniform(in: 0.1...0.5), random.uniform(in: 0.2...0.5))
    let normalize = Normalize(mean: mean, deviation: deviation)
    probe.tell("black and white", normalize([0, 255]))
    probe.tell("the pixels", normalize(pixels))
    let digits = DrawnDigits.dataset(training: 200, test: 0, seed: probe.seed).training
    let brightest = (0..<200).map(digits.picture).max { a, b in
      a.count { $0 == 255 } < b.count { $0 == 255 }
    }
    probe.tell("a digit as the net gets it", normalize(brightest!))
  }
}
