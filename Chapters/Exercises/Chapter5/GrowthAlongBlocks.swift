import Chapter5Net
import Exercising

extension Exercise {
  static let growthAlongBlocks = Exercise(
    "growth-along-blocks", chapter: 5, .measure, "A gradient that grows on its way back",
    file: "Chapters/Exercises/Measurements/MeasureGrowth.swift",
    original: """
      func growthAfterAddition() -> Double { 10.2 }
      /// The same with full pre-activation.
      func growthOfPreactivation() -> Double { 5.02 }
      """,
    given: """
      func growthAfterAddition() -> Double { 0 }
      /// The same with full pre-activation.
      func growthOfPreactivation() -> Double { 0 }
      """,
    symptom: """
      By which factor does a gradient grow along ten blocks, from the output of the last to the input of the first? \
      Let `measureGrowth` print it for `.normAfterAddition` and `.fullPreactivation`, and write the means over seeds \
      1 to 3 into this file. A tenth more or less is near enough.
      """,
    failure: "the measured growth with a norm behind each sum",
    hints: """
      The list in `measureGrowth` holds orderings; add the two.

      Check again: what is printed is shown. Take the mean of the three numbers of each line.

      The means are about 10.2 and 5.0.
      """,
    story: """
      Per block the squares of the factors of shortcut and branch add up. Chapter 5 does this along a hundred blocks, \
      where a norm behind each sum makes it millions.
      """
  ) { probe in
    measureGrowth()
    for (name, answer, ordering) in [
      ("a norm behind each sum", growthAfterAddition(), Ordering.normAfterAddition),
      ("full pre-activation", growthOfPreactivation(), .fullPreactivation),
    ] {
      let mean = (1...3).map { growth(ordering, depth: 22, seed: $0) }.reduce(0, +) / 3
      let distance = abs(answer - mean) / mean
      probe.tell("the measured growth with \(name)", distance < 0.1 ? 0 : distance)
    }
  }
}
