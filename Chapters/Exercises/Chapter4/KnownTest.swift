import Datasets
import Exercising

extension Exercise {
  static let knownTest = Exercise(
    "known-test", chapter: 4, .find, "A test of what it knows",
    file: "Sources/Datasets/Drawn/DrawnDigits.swift",
    original: "test: pictures(test, seed: second), isDrawn: true)",
    given: "test: pictures(test, seed: first), isDrawn: true)",
    symptom: """
      After 12 epochs on 1,000 pictures the net recognizes 967, 932 and 969 of 1,000 test pictures. With other test \
      pictures of the same kind it is 741, 696 and 747 (seeds 1, 2 and 3).
      """,
    failure: "the test pictures that are training pictures",
    hints: """
      The result is too good. Do not look at the net.

      Print the labels of the first ten training pictures and of the first ten test pictures.

      The test pictures are drawn with the seed of the training pictures. They have their own: `second`.
      """,
    story: """
      The better a result, the more it needs a look at its data. Where data come in files, the same happens when a \
      test set is made of the training file's bytes.
      """,
    source: """
      s4nnc's example for CIFAR-10, in its newest version, too: the test file is read, and the test set is made of the \
      training bytes
      """
  ) { probe in
    let data = DrawnDigits.dataset(training: 30, test: 30, seed: probe.seed)
    let known = Set((0..<30).map(data.training.picture))
    let shared = (0..<30).count { known.contains(data.test.picture(at: $0)) }
    probe.tell("the training pictures' labels", data.training.labels)
    probe.tell("the test pictures that are training pictures", shared)
    probe.tell("the test pictures' labels", data.test.labels)
  }
}
