import Chapter2Net
import Exercising
import Layers

extension Exercise {
  static let twoNumbers = Exercise(
    "two-numbers", chapter: 2, .predict, "How many parameters",
    questions: [
      "parameters of ResidualBlock(16)", "parameters of Net() without its two residual blocks",
    ],
    symptom: """
      Two convolutions of 3 × 3 from 16 to 16 channels, with biases: how many parameters does the block have? \
      And how many has the net of this chapter, with 41,514 in all, without its two blocks of 16 and of 32 \
      channels?
      """,
    hints: """
      Count one convolution first: an output channel has one weight for each channel and pixel of its window.

      Print `Conv2D(16, 16, kernelSize: 3, using: &random).parameterCount`. Do not forget the biases.

      A convolution has 16 · 16 · 9 + 16 parameters and the block two of them: 4,640. That of 32 channels has \
      18,496, and 41,514 less both is 18,378.
      """,
    story: """
      More than half of the net is in its two blocks. Counting is the cheapest test of a net there is: it \
      finds a layer that is missing, shared or too wide before anything is trained.
      """
  ) { probe in
    var random = probe.random
    let net = Net(using: &random)
    let block = ResidualBlock(16, using: &random)
    probe.tell("parameters of ResidualBlock(16)", block.parameterCount)
    let blocks = net.rblock1.parameterCount + net.rblock2.parameterCount
    probe.tell(
      "parameters of Net() without its two residual blocks", net.parameterCount - blocks)
  }
}
