import Datasets
import Exercising
import Foundation

extension Exercise {
  static let sixtyThousand = Exercise(
    "sixty-thousand", chapter: 4, .find, "Sixty thousand test pictures",
    file: "Sources/Datasets/Official/Reading.swift",
    original: "test: try images(contents[2], contents[3]), remark: remark)",
    given: "test: try images(contents[0], contents[1]), remark: remark)",
    symptom: """
      MNIST has 60,000 pictures to train on and 10,000 to test with. A net is tested with 60,000, and every accuracy is \
      the same for training and test, to the last picture.
      """,
    failure: "the count of test pictures",
    hints: """
      All four files are found and read. What is made of them?

      Print `data.test.count`, and the labels of the first ten training and test pictures.

      The files are in the order of `set.files`, images before labels and training before test: the test set is made \
      of the third and the fourth, `contents[2]` and `contents[3]`.
      """,
    story: """
      The test files were read, checked and dropped, so no sentence about a missing file could help. Two counts that \
      should differ and do not are enough to see it; where both parts have the same size, compare the pictures.
      """,
    source: """
      s4nnc's example for CIFAR-10, in its newest version, too: the test file is read, and the test set is made of the \
      training bytes
      """
  ) { probe in
    let folder = FileManager.default.temporaryDirectory.appending(path: "mnist")
    let written = DrawnDigits.dataset(training: 30, test: 10, seed: probe.seed)
    try! writeIDXFiles(of: written, into: folder)
    let data = try! Dataset.load(.mnist, from: folder.path, downloads: false) { _ in }
    probe.tell("the count of training pictures", data.training.count)
    probe.tell("the labels of the training pictures", data.training.labels)
    probe.tell("the count of test pictures", data.test.count)
    probe.tell("the labels of the test pictures", data.test.labels)
    probe.tell("the pixels of the test pictures", data.test.pixels.map(Int.init))
  }
}
