import Autograd
import Chapter3Blocks
import Exercising
import Layers

extension Exercise {
  static let whenItFits = Exercise(
    "when-it-fits", chapter: 3, .write, "When the shortcut needs a convolution",
    file: "Chapters/Chapter3/Blocks/Residual.swift",
    original: "let fits = inChannels == outChannels && stride == 1",
    given: "let fits = false  // whether x already has the shape of what it is added to",
    symptom: """
      Every block has a 1 × 1 convolution on its shortcut: `Residual(8, 8)` has 1,272 parameters and should have \
      1,200. Write the condition under which there is none.
      """,
    failure: "the parameters of Residual(3, 3, stride: 1)",
    hints: """
      What can conv1 change of the shape of its input? The sum needs equal shapes.

      Print the names of the layers of `Residual(3, 3)`, of `Residual(3, 6)` and of `Residual(3, 3, stride: 2)`.

      Channels and stride, both: inChannels == outChannels && stride == 1.
      """,
    story: """
      The notebook has an argument for it, `use_1x1conv`, which whoever builds a net has to set rightly. What \
      follows from other arguments need not be told.
      """
  ) { probe in
    var random = probe.random
    for (from, to, stride) in [(3, 3, 1), (3, 6, 1), (3, 6, 2), (3, 3, 2)] {
      let block = Residual(from, to, stride: stride, using: &random)
      let name = "Residual(\(from), \(to), stride: \(stride))"
      probe.tell("the parameters of \(name)", block.parameterCount)
      let x = Tensor.uniform([2, from, 5, 5], in: -1...1, using: &random)
      probe.tell("the output of \(name)", block(x))
    }
  }
}
