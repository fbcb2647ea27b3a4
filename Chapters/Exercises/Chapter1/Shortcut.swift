import Autograd
import Chapter1Net
import Exercising

extension Exercise {
  static let shortcut = Exercise(
    "shortcut", chapter: 1, .write, "The shortcut",
    file: "Chapters/Chapter1/Net/HiddenLayer.swift",
    original: "{ isResidual ? x + branch(x) : branch(x) }",
    given: "{ branch(x) }  // and the shortcut, if the layer is residual",
    symptom: """
      Plain and residual layers have the same gradients: in thirty layers with a sigmoid the first gets \
      10⁻²⁴ of the last one's gradient either way. Write the shortcut.
      """,
    failure: "the output of a residual layer",
    hints: """
      The drawing above the type has both kinds of layer; `isResidual` says which this is.

      Print what a residual layer returns whose weights and biases are all zero, with a tanh: it must be its \
      input.

      y = x + f(linear(x)), and `branch` is f(linear(x)): `isResidual ? x + branch(x) : branch(x)`.
      """,
    story: """
      The derivative of y by x is now 1 plus what the branch brings, so a gradient passes even where the \
      branch lets nothing through. This line is what the book is about.
      """,
    figure: .curve(
      "Thirty layers with sigmoids: with shortcuts the gradient arrives at the first",
      of: "the gradient norm of each layer",
      x: "layer", y: "share of the last", isLogarithmic: true,
      changed: "as given")
  ) { probe in
    var random = probe.random
    for isResidual in [false, true] {
      let kind = isResidual ? "residual" : "plain"
      let layer = HiddenLayer(5, .tanh, isResidual: isResidual, using: &random)
      let x = Tape().watch(Tensor.uniform([3, 5], in: -1...1, using: &random))
      let y = layer(x)
      probe.tell("the output of a \(kind) layer", y)
      probe.tell(gradient: "the input of a \(kind) layer", (y * y).sum().backward()[x])
    }
    probe.tellThirtyLayers(isResidual: true)
  }
}
