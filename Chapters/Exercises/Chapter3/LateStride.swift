import Autograd
import Chapter3Blocks
import Exercising
import Layers

extension Exercise {
  static let lateStride = Exercise(
    "late-stride", chapter: 3, .find, "The right shape for twice the work",
    file: "Chapters/Chapter3/Blocks/BasicBlock.swift",
    original: """
            inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false,
            using: &random)
          bn1 = BatchNorm2D(outChannels)
          conv2 = Conv2D(
            outChannels, outChannels, kernelSize: 3, padding: 1, bias: false, using: &random)
      """,
    given: """
            inChannels, outChannels, kernelSize: 3, padding: 1, bias: false,
            using: &random)
          bn1 = BatchNorm2D(outChannels)
          conv2 = Conv2D(
            outChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false,
            using: &random)
      """,
    symptom: """
      A block from 64 to 128 channels with stride 2 takes 22.08 million multiply-adds for an image of \
      14 × 14. torchvision's takes 11.24 million. Both return 7 × 7, and both have 230,144 parameters.
      """,
    failure: "the multiply-adds",
    hints: """
      Shapes and counts of parameters are right, so count what is computed where.

      Print the shape behind conv1 for an input of [1, 64, 14, 14].

      Whoever halves first computes the rest on a quarter of the pixels: the stride belongs to conv1.
      """,
    story: """
      The values differ, too: weights from torchvision would load and give wrong scores. Neither a shape nor a \
      count of parameters tells the order.
      """,
    source: "dm-haiku, issue 85"
  ) { probe in
    var random = probe.random
    let block = BasicBlock(4, 8, stride: 2, using: &random)
    probe.tell("the shape", block(.zeros([1, 4, 14, 14])).shape)
    probe.tell("the parameters", block.parameterCount)
    probe.tell("the multiply-adds", Survey(of: block, input: [1, 4, 14, 14]).multiplyAdds)
    let x = Tensor.uniform([2, 4, 6, 6], in: -1...1, using: &random)
    probe.tell("the output", block(x))
  }
}
