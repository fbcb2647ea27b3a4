import Autograd
import Chapter1Net
import Exercising

extension Exercise {
  static let normInFloat = Exercise(
    "norm-in-float", chapter: 1, .find, "A gradient that is there, and whose norm is zero",
    file: "Chapters/Chapter1/Net/Norm.swift",
    original: "x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()",
    given: "Double(x.scalars.reduce(0) { $0 + $1 * $1 }.squareRoot())",
    symptom: """
      The table of gradient norms says 0 for the first five of thirty plain layers with sigmoids. But their \
      norms are not zero: they grow from 7.4 · 10⁻²⁵ to 2.6 · 10⁻²² (seed 1). And for numbers near 10²⁰ it \
      says infinity.
      """,
    failure: "the norm of numbers near 1e-24",
    hints: """
      The least positive number that a `Float` can hold is 1.4 · 10⁻⁴⁵. Look at what is computed on the way \
      to the norm.

      Print x and x * x for x = 1e-24 as a `Float`, and then as a `Double`.

      The square of 10⁻²⁴ is smaller than the least `Float`, so squares have to be taken as `Double`s.
      """,
    story: """
      The numbers fit into `Float`s and so does the result; what does not fit is between them. Without the \
      `Double` chapter 1 would claim that the gradient is zero, where it is only very small.
      """,
    source: """
      PyTorch, issue 193006, where a norm of 10²⁰ is infinite; PaddlePaddle, pull request 13664, whose norm of all \
      gradients overflowed; fairscale, pull request 263, the same with half precision
      """,
    figure: .curve(
      "Thirty plain layers with sigmoids: the first five have a norm of zero",
      of: "the gradient norm of each layer", x: "layer", y: "gradient norm", isLogarithmic: true)
  ) { probe in
    var random = probe.random
    for scale: Float in [1, 1e-24, 1e20] {
      let x = Tensor.uniform([100], in: 1...2, using: &random)
      let scaled = Tensor(x.scalars.map { $0 * scale }, shape: [100])
      probe.tell("the norm of numbers near \(scale)", norm(scaled) / Double(scale))
    }
    probe.tellThirtyLayers(isResidual: false, isShare: false)
  }
}
