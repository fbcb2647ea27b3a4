import Autograd
import Chapter2Net
import Exercising

extension Exercise {
  static let scoresCutOff = Exercise(
    "scores-cut-off", chapter: 2, .find, "A net that cannot say no",
    file: "Chapters/Chapter2/Net/Net.swift",
    original: "return fc(x.flattened())",
    given: "return relu(fc(x.flattened()))",
    symptom: """
      The net learns late: 0.610, 0.458 and 0.570 of the test digits after an epoch on 6,000, where 0.812, \
      0.798 and 0.794 are usual (seeds 1, 2 and 3). No score is ever below zero.
      """,
    failure: "the scores",
    hints: """
      The blocks are right. Look at what happens to the scores after the last layer.

      Print the least score of a batch, and how many of its ten gradients are zero.

      Scores are not activations: nothing follows the last linear layer, only the cross-entropy.
      """,
    story: """
      With a score below zero a net says that a picture is surely not of a class. What is cut off has no \
      gradient, so a class that was once too low cannot come back.
      """,
    source: "PyTorch's own tutorials, issue 1644; PyTorch's examples, issue 117",
    figure: .curve(
      "The loss falls late", of: "the losses on the way",
      x: "batches, in threes", y: "loss"),
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
  ) { probe in
    var random = probe.random
    let net = Net(using: &random)
    let x = Tensor.uniform([4, 1, 28, 28], in: -1...1, using: &random)
    let scores = net(x.on(Tape()))
    probe.tell("the scores", scores)
    let gradients = crossEntropy(scores, [0, 1, 2, 3]).backward()
    probe.tell(gradient: "fc.bias", gradients[net.fc.bias!])
  }
}
