import Exercising
import Training

extension Exercise {
  static let rowsAndColumns = Exercise(
    "rows-and-columns", chapter: 4, .find, "Rows that do not add up",
    file: "Sources/Training/Score.swift",
    original: "counts[truth][prediction] += 1",
    given: "counts[prediction][truth] += 1",
    symptom: """
      For the labels 0, 0, 1 and the predictions 0, 1, 1 the confusion matrix is [[1, 0], [1, 1]] and should be \
      [[1, 1], [0, 1]]: the first row is to have the two pictures of class 0. The accuracy, on the diagonal, is right.
      """,
    failure: "the confusion matrix",
    hints: """
      If two classes are taken for each other equally often, nothing shows. When does it?

      Print the sum of each row, and how many pictures each class has.

      The row is the truth and the column the prediction: counts[truth][prediction].
      """,
    story: """
      Precision and recall change places. A test with a symmetric matrix passes either way, as does one of the \
      accuracy alone.
      """,
    source: "ultralytics, issue 3055; deepchecks, issue 974"
  ) { probe in
    var random = probe.random
    let labels = (0..<40).map { _ in random.number(below: 4) }
    let predicted = labels.map { random.number(below: 2) == 0 ? $0 : random.number(below: 4) }
    let counts = confusion(predicted, labels, classes: 4)
    probe.tell("right predictions", (0..<4).map { counts[$0][$0] })
    probe.tell("the confusion matrix", counts.flatMap { $0 })
  }
}
