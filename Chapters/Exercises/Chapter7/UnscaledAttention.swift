import Autograd
import Chapter7Blocks
import Exercising

extension Exercise {
  static let unscaledAttention = Exercise(
    "unscaled-attention", chapter: 7, .find, "Attention to one position only",
    file: "Chapters/Chapter7/Blocks/Attention.swift",
    original: "let scale = 1 / Float(q.shape[3]).squareRoot()",
    given: "let scale: Float = 1",
    symptom: """
      Before any step the largest of 16 weights is 0.938 in the mean, with one head of 256 features, and \
      should be 0.245 (seed 1). With 4 features it is 0.304 and should be 0.179, and with one feature for each \
      head nothing is wrong.
      """,
    failure: "the output of heads with 4 features",
    hints: """
      A product of a query and a key is a sum. Over how many terms?

      Print the variance of q · k for 1, 16 and 256 features.

      A sum of C terms of variance 1 has the variance C, so scores are divided by √C: 1 / √(features of a head).
      """,
    story: """
      It is the same argument as for first weights in chapter 1: keep the variance, whatever the width. A softmax whose \
      scores are large has nearly no gradient.
      """,
    figure: .bars(
      "The largest of 16 weights, in the mean over 64 queries",
      of: "the largest weight in the mean",
      ["1 feature", "4", "64", "256"])
  ) { probe in
    var random = probe.random
    for features in [1, 4] {
      let attention = Attention(2 * features, heads: 2, using: &random)
      let x = Tape().watch(Tensor.normal([2, 3, 2 * features], using: &random))
      let y = attention(x)
      probe.tell("the output of heads with \(features) features", y)
      probe.tell(
        gradient: "the input of heads with \(features) features", (y * y).sum().backward()[x])
    }
    let largest = [1, 4, 64, 256].map { features in
      let attention = Attention(features, heads: 1, using: &random)
      let tape = Tape(keepsValues: true)
      _ = attention(Tensor.normal([4, 16, features], using: &random).on(tape))
      let weights = tape.lines.last { $0.shape == [4, 1, 16, 16] }!.value!.scalars
      return mean((0..<64).map { Double(weights[16 * $0..<16 * $0 + 16].max()!) })
    }
    probe.tell("the largest weight in the mean", largest, within: 1e-3)
  }
}
