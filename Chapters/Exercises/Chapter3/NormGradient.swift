import Autograd
import Exercising

extension Exercise {
  static let normGradient = Exercise(
    "norm-gradient", chapter: 3, .find, "A gradient that forgets where the mean comes from",
    file: "Sources/Autograd/Ops/BatchNorm2D.swift",
    original: "let gradients = kernels.batchNorm2DGradient(dy, a, n, measured: measured, g)",
    given: "let gradients = kernels.batchNorm2DGradient(dy, a, n, given: measured, g)",
    symptom: """
      A net with norms gets worse from its second epoch on: 0.182, 0.150 and 0.258 of 500 pictures of clothes \
      after three, where 0.754, 0.764 and 0.778 are usual (seeds 1, 2 and 3). What the norm returns is right.
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
      """
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
