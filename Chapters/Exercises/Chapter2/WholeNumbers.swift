import Datasets
import Exercising

extension Exercise {
  static let wholeNumbers = Exercise(
    "whole-numbers", chapter: 2, .find, "Digits made of dots",
    file: "Sources/Datasets/Transforms/Normalize.swift",
    original: "table = (0...255).map { (Float($0) / 255 - mean) / deviation }",
    given: "table = (0...255).map { (Float($0 / 255) - mean) / deviation }",
    symptom: """
      0.152, 0.164 and 0.200 of the test pictures are recognized after an epoch, and 0.864, 0.822 and 0.870 \
      should be (seeds 1, 2 and 3). Shown as the net gets them, the digits are a few single dots.
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
      """
  ) { probe in
    var random = probe.random
    let pixels = (0..<200).map { _ in UInt8(random.number(below: 256)) }
    let (mean, deviation) = (random.uniform(in: 0.1...0.5), random.uniform(in: 0.2...0.5))
    let normalize = Normalize(mean: mean, deviation: deviation)
    probe.tell("black and white", normalize([0, 255]))
    probe.tell("the pixels", normalize(pixels))
  }
}
