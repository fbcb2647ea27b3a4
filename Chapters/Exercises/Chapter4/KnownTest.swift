import Chapter2Net
import Datasets
import Exercising

extension Exercise {
  static let knownTest = Exercise(
    "known-test", chapter: 4, .find, "A test of what it knows",
    file: "Sources/Datasets/Drawn/DrawnDigits.swift",
    original: "test: pictures(test, seed: second), isDrawn: true)",
    given: "test: pictures(test, seed: first), isDrawn: true)",
    symptom: """
      After 24 epochs on 500 digits the net recognizes 0.964, 0.970 and 0.968 of 500 test digits. With other \
      test digits of the same kind it is 0.902, 0.920 and 0.908 (seeds 1, 2 and 3).
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
    figure: .curve(
      "The share of the test digits that are recognized, trained on 500",
      of: "the shares after each epoch", x: "epoch", y: "share recognized"),
    training: { probe in
      let training = ShortTraining(digits: 500, epochs: 24)
      probe.tell(training) { Net(using: &$0) }
    }
  ) { probe in
    let data = DrawnDigits.dataset(training: 30, test: 30, seed: probe.seed)
    let known = Set((0..<30).map(data.training.picture))
    let shared = (0..<30).count { known.contains(data.test.picture(at: $0)) }
    probe.tell("the training pictures' labels", data.training.labels)
    probe.tell("the test pictures that are training pictures", shared)
    probe.tell("the test pictures' labels", data.test.labels)
  }
}
