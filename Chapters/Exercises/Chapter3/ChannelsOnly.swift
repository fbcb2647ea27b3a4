import Autograd
import Chapter3Blocks
import Exercising

extension Exercise {
  static let channelsOnly = Exercise(
    "channels-only", chapter: 3, .find, "A block that works in every net but one",
    file: "Chapters/Chapter3/Blocks/Residual.swift",
    original: "let fits = inChannels == outChannels && stride == 1",
    given: "let fits = inChannels == outChannels",
    symptom: """
      All blocks of the notebooks work, those that keep the channels and those that double them. \
      `Residual(3, 3, stride: 2)` stops:
        add: a is [4, 3, 3, 3] and b is [4, 3, 6, 6]; a sum needs the same shape twice, …
      """,
    failure: "add: a is",
    hints: """
      In the notebooks channels and pixels change together. Which block changes only one of them?

      Print `block.conv3` for `Residual(3, 3, stride: 2)`.

      The shape changes if channels change or if the stride is not 1; `fits` must ask for both.
      """,
    story: """
      A test with the shapes of one net is a test of that net. Tests here go through channels and strides in all \
      combinations, with odd sizes among them.
      """
  ) { probe in
    var random = probe.random
    for (from, to, stride) in [(3, 3, 1), (3, 6, 1), (3, 6, 2), (3, 3, 2)] {
      let block = Residual(from, to, stride: stride, using: &random)
      let x = Tensor.uniform([4, from, 6, 6], in: -1...1, using: &random)
      probe.tell("the output of Residual(\(from), \(to), stride: \(stride))", block(x))
    }
  }
}
