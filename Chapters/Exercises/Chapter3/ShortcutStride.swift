import Autograd
import Chapter3Blocks
import Exercising

extension Exercise {
  static let shortcutStride = Exercise(
    "shortcut-stride", chapter: 3, .find, "Two sizes, one sum",
    file: "Chapters/Chapter3/Blocks/Residual.swift",
    original: """
              inChannels, outChannels, kernelSize: 1, stride: stride, initialization: initialization,
      """,
    given: """
              inChannels, outChannels, kernelSize: 1, initialization: initialization,
      """,
    symptom: """
      `Residual(3, 6, stride: 2)` stops at an image of 6 × 6:
        add: a is [4, 6, 3, 3] and b is [4, 6, 6, 6]; a sum needs the same shape twice, …
      Blocks with stride 1 work.
      """,
    failure: "add: a is",
    hints: """
      Of the two shapes, the first is that of the branch and the second that of the shortcut. Which is wrong?

      Print the shapes of `block.branch(x)` and of `block.shortcut(x)`.

      The branch halves height and width, so conv3 needs `stride: stride`, too.
      """,
    story: """
      The engine refuses a sum of two shapes before it computes anything; a framework that repeats the smaller \
      one to fit would have gone on.
      """,
    source: """
      lgsc-for-fas-pytorch, issue 2, where it went unseen because every block had stride 1; fastai, pull request 2546, \
      whose shortcut halved whatever the stride
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
