import Autograd
import Chapter1Net
import Exercising

extension Exercise {
  static let shortcutInside = Exercise(
    "shortcut-inside", chapter: 1, .find, "It vanishes although there is a shortcut",
    file: "Chapters/Chapter1/Net/HiddenLayer.swift",
    original: "{ isResidual ? x + branch(x) : branch(x) }",
    given: "{ isResidual ? activation(x + linear(x)) : branch(x) }",
    symptom: """
      Thirty layers with a sigmoid, each with a shortcut: the norm of the first layer's gradient is 1.1 · \
      10⁻¹⁷ of the last one's. It should be 0.0175 (seed 1).
      """,
    failure: "the output of a residual layer with sigmoid",
    hints: """
      Follow the shortcut in the drawing above the type from x to y. Then follow it in `forward`.

      Print what a residual layer returns whose weights and biases are all zero, with a ReLU and x = −1. \
      Does x arrive?

      Nothing may stand on the shortcut or behind the sum: x + f(linear(x)), not f(x + linear(x)).
      """,
    story: """
      Each sigmoid behind a sum multiplies the gradient of the shortcut, too, by at most a quarter. Chapter 5 \
      measures what it costs to have something behind the sum or on the shortcut.
      """,
    figure: .curve(
      "Thirty layers with sigmoids, each with a shortcut: the gradient vanishes",
      of: "the gradient norm of each layer",
      x: "layer", y: "share of the last", isLogarithmic: true)
  ) { probe in
    var random = probe.random
    for activation in Activation.allCases {
      let layer = HiddenLayer(5, activation, isResidual: true, using: &random)
      let x = Tape().watch(Tensor.uniform([3, 5], in: -2...2, using: &random))
      let y = layer(x)
      probe.tell("the output of a residual layer with \(activation)", y)
      probe.tell(gradient: "its input with \(activation)", (y * y).sum().backward()[x])
    }
    probe.tellThirtyLayers(isResidual: true)
  }
}
