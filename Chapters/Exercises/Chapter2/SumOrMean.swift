import Chapter2Net
import Autograd
import Exercising

extension Exercise {
  static let sumOrMean = Exercise(
    "sum-or-mean", chapter: 2, .find, "It learns only from single pictures",
    file: "Sources/Autograd/Ops/CrossEntropy.swift",
    original: ".wrt(logits) { dy in kernels.crossEntropyGradient(dy.scalars[0], p, labels) }",
    given: """
      .wrt(logits) { dy in
              kernels.crossEntropyGradient(dy.scalars[0] * Float(labels.count), p, labels)
            }
      """,
    symptom: """
      With batches of 64 and a learning rate of 0.01 the mean loss of the first epoch is no number (seed 1), \
      or 2.337 and 2.316 (seeds 2 and 3), where 1.532, 1.591 and 1.419 are usual. With batches of one picture \
      all is as it should be.
      """,
    failure: "the gradient for 7 pictures",
    hints: """
      Does the size of the batch matter, or the learning rate? Try 0.01 / 64.

      Print the norm of the gradient for a batch of 8 pictures and for the same 8 given eight times.

      The loss is a mean over the batch, and so is its gradient: (softmax − one-hot) / N, which the kernel \
      computes without another factor.
      """,
    story: """
      With the sum for a gradient the learning rate depends on the size of the batch, and a last batch that is \
      short moves the net less. At a batch of one both are the same, which is why that test passed.
      """,
    figure: .curve(
      "The loss of the first epoch, with batches of 64", of: "the losses on the way",
      x: "batches, in threes", y: "loss", isLogarithmic: true),
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
  ) { probe in
    var random = probe.random
    for count in [1, 7, 64] {
      let scores = Tape().watch(Tensor.uniform([count, 10], in: -2...2, using: &random))
      let loss = crossEntropy(scores, (0..<count).map { _ in random.number(below: 10) })
      probe.tell("the loss for \(count) pictures", loss)
      probe.tell("the gradient for \(count) pictures", loss.backward()[scores]!)
    }
  }
}
