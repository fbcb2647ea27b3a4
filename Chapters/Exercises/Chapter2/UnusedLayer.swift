import Autograd
import Chapter2Net
import Exercising

extension Exercise {
  static let unusedLayer = Exercise(
    "unused-layer", chapter: 2, .find, "Parameters that never move",
    file: "Chapters/Chapter2/Net/ResidualBlock.swift",
    original: "return relu(x + conv2(y))",
    given: "return relu(x + conv2(x))",
    symptom: """
      The net has its 41,514 parameters, but after an epoch those of 4 of its 14 tensors are what they were at \
      first, to the bit. It learns no worse than before: the mean loss of an epoch on 6,000 digits is 1.358, \
      1.383 and 1.144 instead of 1.532, 1.591 and 1.419 (seeds 1, 2 and 3).
      """,
    failure: "the output",
    hints: """
      Draw the block from the code, not from the drawing above the type.

      Print which of `block.namedParameters` have a gradient, and which have none.

      The result of every layer must be somebody's input: conv2 takes y, not x.
      """,
    story: """
      Nothing fails: a layer whose result nobody uses is only never asked. One line finds it, a test that every \
      parameter has a gradient.
      """,
    source: "Multiview2Novelview, issue 11",
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
  ) { probe in
    var random = probe.random
    let block = ResidualBlock(4, using: &random)
    let x = Tape().watch(Tensor.uniform([2, 4, 5, 5], in: -1...1, using: &random))
    let y = block(x)
    probe.tell("the output", y)
    probe.tell((y * y).sum().backward(), of: block)
  }
}
