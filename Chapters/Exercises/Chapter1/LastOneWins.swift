import Autograd
import Chapter1Net
import Exercising

extension Exercise {
  static let lastOneWins = Exercise(
    "last-one-wins", chapter: 1, .find, "Residual layers that learn like plain ones",
    file: "Sources/Autograd/Backward.swift",
    original: "gradients[input] = gradients[input].map { kernels.add($0, dx) } ?? dx",
    given: "gradients[input] = dx",
    symptom: """
      Thirty residual layers with a sigmoid: the norm of the first layer's gradient is 1.0 · 10⁻³⁴ of the last \
      one's, as if they were plain; it should be 0.0175 (seed 1). Without shortcuts every gradient is right. \
      And (x * x).sum() has the gradient [1, 2, 3] at x = [1, 2, 3].
      """,
    failure: "the gradient of x in x * x",
    hints: """
      Forward all is well. Look where `backward` comes to the same line of the tape for the second time.

      Print the gradients of x * x, of x + x and of x * y. Which of them are half of what they should be?

      Contributions to a gradient add up: the second must be added to what is there already, \
      `kernels.add($0, dx)`.
      """,
    story: """
      A chain of layers uses each result once, so only a graph with branches shows this bug, and a shortcut \
      is a branch. It is the first bug that nearly everybody's first engine has.
      """,
    source: """
      micrograd, issue 2; nn-zero-to-hero, issue 52, which quotes the notebook's own note on = for +=; \
      cTensor, issue 5
      """,
    figure: .curve(
      "Thirty residual layers with sigmoids: the gradient does not reach the first",
      of: "the gradient norm of each layer",
      x: "layer", y: "share of the last", isLogarithmic: true)
  ) { probe in
    var random = probe.random
    let x = Tape().watch(Tensor.uniform([6], in: 1...2, using: &random))
    probe.tell(gradient: "x in 3 * x", (3 * x).sum().backward()[x])
    probe.tell(gradient: "x in x * x", (x * x).sum().backward()[x])
    probe.tell(gradient: "x in x + x * x", (x + x * x).sum().backward()[x])
    let layer = HiddenLayer(6, .tanh, isResidual: true, using: &random)
    let rows = Tape().watch(Tensor.uniform([4, 6], in: -1...1, using: &random))
    probe.tell(gradient: "the input of a residual layer", layer(rows).sum().backward()[rows])
    probe.tellThirtyLayers(isResidual: true)
  }
}
