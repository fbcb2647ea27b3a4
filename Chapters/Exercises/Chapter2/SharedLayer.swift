import Autograd
import Chapter2Net
import Exercising
import Layers

extension Exercise {
  static let sharedLayer = Exercise(
    "shared-layer", chapter: 2, .find, "Fewer parameters than counted",
    file: "Chapters/Chapter2/Net/ResidualBlock.swift",
    original: "conv2 = Conv2D(channels, channels, kernelSize: 3, padding: 1, using: &random)",
    given: "conv2 = conv1",
    symptom: """
      The net has 29,946 parameters. By hand they are 41,514. It trains as well as ever: 0.830, 0.814 and \
      0.806 of the test digits after an epoch on 6,000, where 0.812, 0.798 and 0.794 are usual (seeds 1, 2 and \
      3).
      """,
    failure: "the parameters of the block",
    hints: """
      The missing 11,568 are 2,320 and 9,248: one convolution of 16 channels and one of 32.

      Print the names in `block.namedParameters`, and compare with the properties of the type.

      A layer is a class, so `conv2 = conv1` is one layer under two names. conv2 needs a Conv2D of its own.
      """,
    story: """
      Weights may be shared on purpose, as a recurrent net does; then the count says so. Here both \
      convolutions get the sum of two gradients and stay the same for ever.
      """,
    source: "vector-quantized VAE of Zalando Research, issue 2",
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
  ) { probe in
    var random = probe.random
    let block = ResidualBlock(4, using: &random)
    probe.tell("the parameters of the block", block.parameterCount)
    probe.tell("the names of the parameters", words: block.namedParameters.map(\.name))
    let y = block(Tensor.uniform([2, 4, 5, 5], in: -1...1, using: &random).on(Tape()))
    probe.tell("the output", y)
    probe.tell((y * y).sum().backward(), of: block)
  }
}
