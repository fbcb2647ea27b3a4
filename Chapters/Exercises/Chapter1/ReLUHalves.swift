import Optimizers
import Chapter1Net
import Autograd
import Exercising
import Layers

extension Exercise {
  static let reluHalves = Exercise(
    "relu-halves", chapter: 1, .find, "Three percent are left",
    file: "Sources/Layers/Initialization.swift",
    original: "case .kaimingNormal: normal(variance: 2 / fanIn)",
    given: "case .kaimingNormal: normal(variance: 1 / fanIn)",
    symptom: """
      The same ten convolutions, begun with `.kaimingNormal`: the size at the end is 0.0226 where 0.724 is \
      right (seed 1). With a batch norm behind each convolution nothing shows: the mean loss of an epoch of a \
      residual net of 22 layers is 1.989, 1.964 and 1.723, and 2.136, 2.100 and 1.901 without the bug (3,000 \
      digits, seeds 1, 2 and 3).
      """,
    failure: "the variance of kaimingNormal",
    hints: """
      Two rules are one line apart, by He et al. and by Glorot and Bengio. Their papers stand in the comments.

      Print the size behind each layer: it falls by √2 each time. What does a ReLU do to the mean square of \
      numbers that are as often negative as positive?

      A ReLU halves the mean square, so the variance must be twice as large: 2 / fanIn.
      """,
    story: """
      √2 a layer is 32 in ten and a billion in sixty. He et al. 2015 trained a plain net of thirty layers with \
      the 2, which without it did not learn.
      """,
    source: "LBANN, issue 316, whose He initialization was LeCun's; bullet, issue 363",
    figure: .curve(
      "Numbers shrink from convolution to convolution", of: "the size behind each convolution",
      x: "convolution", y: "size behind it", isLogarithmic: true),
    training: { probe in
      let training = ShortTraining(digits: 3_000, batchSize: 128) {
        SGD($0, learningRate: 0.1, momentum: 0.9)
      }
      probe.tell(training) { ConvNet(depth: 22, isResidual: true, using: &$0) }
    }
  ) { probe in
    var random = probe.random
    let rules: [(String, Initialization)] = [
      ("standard", .standard), ("kaimingUniform", .kaimingUniform), ("xavierNormal", .xavierNormal),
      ("kaimingNormal", .kaimingNormal),
    ]
    for (name, rule) in rules {
      let weights = rule.weight([16, 8, 3, 3], using: &random)
      probe.tell("the variance of \(name)", (weights * weights).mean().scalars)
    }
    probe.tellTenConvolutions()
  }
}
