import Autograd
import Exercising
import Layers

extension Exercise {
  static let ignoredMode = Exercise(
    "ignored-mode", chapter: 4, .find, "An accuracy that depends on the batch",
    file: "Sources/Layers/BatchNorm2D.swift",
    original: "guard x.tape?.mode == .training else {",
    given: "guard x.count > x.shape[1] else {",
    symptom: """
      Of the same 500 test digits the same net recognizes 454, 472 and 473 in batches of 1, 4 and 50, and 456 \
      in batches of 50 if they are sorted by class. It should be 472 each time. And after each evaluation the \
      net is another.
      """,
    failure: "the output for an image alone",
    hints: """
      What an image becomes in evaluation mode must not depend on its neighbors in the batch.

      Print the scores of one image alone, and among eight, off the tape.

      The norm must ask the tape for its mode, `x.tape?.mode == .training`, and not how many numbers there are.
      """,
    story: """
      The mode is a property of the pass, here of its tape. Off the tape it is evaluation, so nothing has to be \
      switched back.
      """,
    source: """
      DL4S, whose `isTraining` is "currently ignored" in its last version; BinaryNet.tf, issue 9
      """,
    training: { $0.tellRecognized() }
  ) { probe in
    var random = probe.random
    let norm = BatchNorm2D(3)
    _ = norm(Tensor.normal([4, 3, 4, 4], mean: 2, deviation: 3, using: &random).on(Tape()))
    let image = Tensor.normal([1, 3, 4, 4], mean: 1, using: &random)
    probe.tell("the output for an image alone", norm(image))
    probe.tell("the output on a tape of evaluation", norm(image.on(Tape(.evaluation))))
    probe.tell("the output in training mode", norm(image.on(Tape())))
    probe.tell("the batches tracked", norm.batchesTracked)
  }
}
