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
      With full pre-activation the features that are classified are the larger, the deeper the net: their size is \
      about 4 behind 54 layers. A net of 6 layers has 4,930 parameters and should have 4,962.
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
      """
  ) { probe in
    var random = probe.random
    for ordering in Ordering.allCases {
      let net = NarrowResNet(depth: 6, ordering, using: &random)
      probe.tell(
        "the names of the parameters of \(ordering)", words: net.namedParameters.map(\.name))
      let x = Tensor.uniform([4, 1, 28, 28], in: -1...1, using: &random)
      probe.tell("the scores of \(ordering)", net(x.on(Tape())), within: 1e-3)
    }
  }
}
