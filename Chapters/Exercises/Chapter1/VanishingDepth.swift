import Autograd
import Exercising

extension Exercise {
  static let vanishingDepth = Exercise(
    "vanishing-depth", chapter: 1, .measure, "A millionth of the gradient",
    file: "Chapters/Exercises/Measurements/MeasureDepth.swift",
    original: "func measuredDepth() -> Int { 10 }",
    given: "func measuredDepth() -> Int { 0 }",
    symptom: """
      At which depth does the first layer of a plain net with sigmoids get less than a millionth of the last \
      one's gradient? Let `measureVanishingDepth` print what you want to see, and write the smallest such depth \
      into `measuredDepth`. One more or less is within the spread of the seeds.
      """,
    failure: "the distance from the measured depth",
    hints: """
      Let the loop go through more depths than 3 and 20, and check again: what it prints is shown.

      Print the median of the five seeds for each depth. Each layer multiplies the share by about the same \
      factor.

      It falls about sevenfold a layer, and between depths 9 and 11 it goes below 10⁻⁶.
      """,
    story: """
      With a shortcut around each layer no depth gets there: the share along the shortcuts alone is 1.
      """
  ) { probe in
    measureVanishingDepth()
    let measured = (3...20).first { depth in
      (1...5).map { shareOfFirst(depth: depth, seed: $0) }.sorted()[2] < 1e-6
    }
    let distance = abs(measuredDepth() - (measured ?? 0))
    probe.tell("the distance from the measured depth", max(0, distance - 1))
  }
}
