import Autograd
import Exercising

extension Exercise {
  static let normGradient = Exercise(
    "norm-gradient", chapter: 3, .find, "A gradient that forgets where the mean comes from",
    file: "Sources/Autograd/Ops/BatchNorm2D.swift",
    original: "let gradients = kernels.batchNorm2DGradient(dy, a, n, measured: measured, g)",
    given: "let gradients = kernels.batchNorm2DGradient(dy, a, n, given: measured, g)",
    symptom: """
      A net with norms learns, but less than it should: after three epochs its mean loss is 0.543, 0.586 and \
      0.519, and 0.880, 0.864 and 0.864 of the test digits are recognized; 0.245, 0.145 and 0.204 are usual, \
      and 0.944, 0.956 and 0.950 (2,000 digits, seeds 1, 2 and 3). What the norm returns is right.
      """,
    failure: "the gradient of x",
    hints: """
      Forward is right, so compare the gradient with finite differences: Tests/TestSupport/GradientCheck.swift.

      Print the sum of the gradient over each channel. A shift of all numbers of a channel changes nothing, so it \
      must be zero.

      In training mode mean and variance depend on x, so gradients flow through them, too: the kernel for \
      `measured:` statistics, not the one for `given:` ones.
      """,
    story: """
      The gradient of a normalized channel has no part along a constant and none along the result: both are taken \
      out on the way back. Chapter 3 derives it.
      """,
    figure: .curve(
      "The loss of a net with norms, over three epochs", of: "the losses on the way",
      x: "batches, in fours", y: "loss"),
    training: { $0.tell(.withNorms, of: normalizedNet) }
  ) { probe in
    var random = probe.random
    let tape = Tape()
    let x = tape.watch(Tensor.normal([3, 2, 4, 4], mean: 1, deviation: 2, using: &random))
    let weight = tape.watch(Tensor.uniform([2], in: 1...2, using: &random))
    let bias = tape.watch(Tensor.uniform([2], in: -1...1, using: &random))
    let y = batchNorm2D(x, weight, bias).y
    probe.tell("the result", y)
    let factors = Tensor.uniform(y.shape, in: -1...1, using: &random)
    let gradients = (factors * y).sum().backward()
    probe.tell(gradient: "weight", gradients[weight])
    probe.tell(gradient: "bias", gradients[bias])
    probe.tell(gradient: "x", gradients[x])
  }
}
