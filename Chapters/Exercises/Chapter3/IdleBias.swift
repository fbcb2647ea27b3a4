import Autograd
import Chapter3Blocks
import Exercising
import Layers

extension Exercise {
  static let idleBias = Exercise(
    "idle-bias", chapter: 3, .predict, "Parameters that learn nothing",
    questions: ["the parameters of Residual(8, 8) whose gradient is zero in training mode"],
    symptom: """
      `Residual(8, 8)` has conv1, conv2, b1 and b2, each with a weight and a bias. In training mode the gradients \
      of two of these eight are zero but for rounding, whatever the loss. Which? Write their names, such as \
      b1.weight.
      """,
    hints: """
      What does a norm do to a constant that is added to all numbers of a channel?

      Print the norm of each gradient: two are below 10⁻⁴, and the others from 52 to 1,690.

      The mean of the channel is taken away behind each convolution, and its bias with it: conv1.bias and \
      conv2.bias.
      """,
    story: """
      torchvision's variant leaves these biases out. In evaluation mode they count again, since the mean that is \
      taken away is then a running one.
      """,
    source: "Pytorch-UNet, issue 325, asks why the biases before a norm are there"
  ) { probe in
    var random = probe.random
    let block = Residual(8, 8, using: &random)
    let x = Tensor.uniform([4, 8, 6, 6], in: -1...1, using: &random)
    let y = block(x.on(Tape()))
    let weights = Tensor.uniform(y.shape, in: -1...1, using: &random)
    let gradients = (weights * y).sum().backward()
    let idle = block.namedParameters.filter { _, parameter in
      (gradients[parameter]?.scalars ?? []).allSatisfy { abs($0) < 1e-4 }
    }
    probe.tell(
      "the parameters of Residual(8, 8) whose gradient is zero in training mode",
      words: idle.map(\.name))
  }
}
