import Autograd
import Layers
import Notebook

/// What a batch norm computes, from primitives, beside the layer.
func batchNormalization(_ figures: Figures, seed: UInt64, _ checks: inout Checks) {
  // How large the outputs of a convolution are depends on its weights and on its inputs, and both change
  // with every step of training. Batch normalization (Ioffe and Szegedy 2015), a norm for short, gives each
  // channel a fixed mean and deviation, whatever comes in. It takes the mean and the variance of all numbers
  // that a channel has in this batch: of N images with H × W pixels, $m = N \cdot H \cdot W$ numbers.
  //
  // $$\mu = \frac1m \sum_i x_i \qquad \sigma^2 = \frac1m \sum_i (x_i - \mu)^2 \qquad \hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}} \qquad y_i = \gamma\, \hat x_i + \beta$$
  //
  // $\hat x$ has mean 0 and variance 1. ε is small, 0.00001 here. γ and β are two learned numbers for each
  // channel, called `weight` and `bias` in PyTorch and here. They begin as 1 and 0; with them the layer can
  // still learn any mean and deviation, but by numbers of its own, not by all the weights before it.

  heading(
    "Batch normalization",
    "Batch normalization (Ioffe and Szegedy 2015), a norm for short, gives each channel a fixed mean and "
      + "deviation, whatever comes in.")
  func byHand(_ x: Tensor, _ gamma: Tensor, _ beta: Tensor) -> Tensor {
    let distance = x - x.mean(over: 0, 2, 3)
    let variance = (distance * distance).mean(over: 0, 2, 3)
    return distance / squareRoot(variance + 1e-5) * gamma + beta
  }

  // Four images of three channels with 6 × 6 pixels: 144 numbers per channel. They have mean 5 and deviation
  // 3. The layer is given γ and β at random, and the lines above the same.

  var random = Random(seed: seed)
  let x = 3 * Tensor.normal([4, 3, 6, 6], using: &random) + 5
  let norm = BatchNorm2D(3)
  let normal = norm(x.on(Tape())).detached
  norm.weight.value = .uniform([3], in: 0.5...1.5, using: &random)
  norm.bias.value = .uniform([3], in: -1...1, using: &random)
  let y = norm(x.on(Tape())).detached

  show(momentsTable([("x", x), ("x̂", normal), ("y", y)], norm))
  figures.show(histograms([("x", x), ("x̂", normal), ("y", y)]), as: "norm")
  let written = byHand(x, norm.weight.value, norm.bias.value)
  checks.expect("the layer and the four lines apart by", got: distance(y, written), atMost: 5e-6)

  // slide: A batch norm gives each channel a mean and a deviation of its own
  // show: formula \mu = \frac1m \sum_i x_i \qquad \sigma^2 = \frac1m \sum_i (x_i - \mu)^2 … \hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}} … y_i = \gamma\, \hat x_i + \beta
  // note: m numbers: of all images of the batch, at all pixels of the channel.
  // say: Per channel, over the batch. Step: mean 0 and variance 1. Step: two learned numbers, which begin as 1 and 0. The net
  //   can still have any mean and deviation, but sets them by two numbers and not by all the weights before.

  // slide: Behind a norm, the distribution no longer depends on what came in
  // show: figure norm
  // say: One channel of 144 numbers, before the norm, normalized, and with γ and β. A thousand times the input gives the same
  //   output, and a bias before a norm does nothing: its gradient is zero.

  // Two things follow at once. The layer does not see how large its input is: a thousand times as large, it
  // gives the same. And it does not see what is added to a channel, so the bias of a convolution before it
  // does nothing: the mean takes it away again, and its gradient is zero. That is why torchvision's
  // convolutions have no biases; those of the ResNet-18 notebook keep theirs, idle.

  let plain = BatchNorm2D(3)
  let larger = plain((1000 * x).on(Tape())).detached
  checks.expect(
    "a thousand times x, normalized: apart by", got: distance(normal, larger), atMost: 5e-5)

  let conv = Conv2D(3, 3, kernelSize: 3, using: &random)
  let few = plain(conv(x.on(Tape()))).detached
  let dy = Tensor.normal(few.shape, using: &random)
  let gradients = (dy * plain(conv(x.on(Tape())))).sum().backward()
  conv.bias!.value = conv.bias!.value + 100
  let shifted = plain(conv(x.on(Tape()))).detached
  checks.expect("with 100 more in each bias: apart by", got: distance(few, shifted), atMost: 1e-3)
  checks.expect(
    "the gradient of the bias, divided by that of the weight",
    got: norm2(gradients[conv.bias!]!) / norm2(gradients[conv.weight]!), atMost: 1e-5)

  // What ε is for: a channel whose numbers are all the same has variance 0, and is divided by √ε instead of
  // by zero. It becomes β.

  let constant = Tensor.filled(with: 7, [2, 1, 2, 2])
  let (usual, without) = (BatchNorm2D(1), BatchNorm2D(1, epsilon: 0))
  checks.expect("with ε it becomes 0, which is β", got: usual(constant.on(Tape())).scalars[0], 0)
  checks.expect("without it is no number", without(constant.on(Tape())).scalars[0].isNaN)
}
