import Autograd
import Chapter5Net
import Exercising
import Layers

extension Exercise {
  static let lastNorm = Exercise(
    "last-norm", chapter: 5, .find, "Scores that grow with the depth",
    file: "Chapters/Chapter5/Net/NarrowResNet.swift",
    original: "lastNorm = ordering == .fullPreactivation ? BatchNorm2D(16) : nil",
    given: "lastNorm = nil",
    symptom: """
      With full pre-activation the scores are the larger, the deeper the net: before any training their size \
      is 0.265, 0.887 and 1.517 for 6, 22 and 54 layers, where 0.215, 0.316 and 0.301 are right (seed 1). A \
      net of 6 layers has 4,930 parameters and should have 4,962.
      """,
    failure: "the names of the parameters",
    hints: """
      What is the last thing that happens to the sum of all blocks before it is classified?

      Print `net.features(x).last!` and what `classify` gives to the pooling, for depths of 6 and 54.

      In full pre-activation each block begins with a norm, so behind the last one a norm of its own is needed: \
      BatchNorm2D(16) for that ordering.
      """,
    story: """
      He et al. 2016 add a norm and a ReLU behind the last block (section 4). The pre-activation notebook does not, \
      and its scores begin large.
      """,
    figure: .bars(
      "The size of the scores before any training", of: "the size of the scores",
      ["6 layers", "22", "54"])
  ) { probe in
    var random = probe.random
    for ordering in Ordering.allCases {
      let net = NarrowResNet(depth: 6, ordering, using: &random)
      probe.tell(
        "the names of the parameters of \(ordering)", words: net.namedParameters.map(\.name))
      let x = Tensor.uniform([4, 1, 28, 28], in: -1...1, using: &random)
      probe.tell("the scores of \(ordering)", net(x.on(Tape())), within: 1e-3)
    }
    probe.tell(
      "the parameters with 6 layers",
      NarrowResNet(depth: 6, .fullPreactivation, using: &random).parameterCount)
    let sizes = [6, 22, 54].map { depth in
      let net = NarrowResNet(depth: depth, .fullPreactivation, using: &random)
      return size(net(Tensor.normal([8, 1, 28, 28], using: &random).on(Tape())))
    }
    probe.tell("the size of the scores", sizes, within: 1e-2)
  }
}
