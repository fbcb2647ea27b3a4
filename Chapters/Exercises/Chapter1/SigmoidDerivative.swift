import Autograd
import Exercising

extension Exercise {
  static let sigmoidDerivative = Exercise(
    "sigmoid-derivative", chapter: 1, .write, "The derivative of a sigmoid",
    file: "Sources/Autograd/Ops/Sigmoid.swift",
    original: ".wrt(x) { dy in kernels.sigmoidGradient(dy, y: y) }",
    given: ".wrt(x) { dy in dy }  // dy times the derivative, computed from y",
    symptom: """
      At x = 0 the tape gives the sigmoid a slope of 1. A finite difference gives (σ(0.01) − σ(−0.01)) / 0.02 \
      = 0.25. Write the derivative; only the result y is at hand, as a buffer.
      """,
    failure: "the gradient of x",
    hints: """
      A backward function gets dy and returns dx, both buffers. The kernels have what you need: \
      Sources/Kernels/KernelSet.swift lists them.

      Print y and the slope that a finite difference gives, at x = −2, 0 and 2. What is the slope in terms of \
      y alone?

      σ′ = y · (1 − y). `kernels.sigmoidGradient(dy, y: y)` computes dy · y · (1 − y).
      """,
    story: """
      The derivative is written by y because y is kept anyway. It is at most a quarter: thirty such layers \
      in a row leave at most 4⁻³⁰ of a gradient.
      """,
    figure: .curve(
      "The slope of a sigmoid, as the tape has it", of: "the slope at −3 to 3", x: "x", y: "slope",
      at: slopePlaces, changed: "as given")
  ) { probe in
    var random = probe.random
    let x = Tape().watch(Tensor.uniform([40], in: -3...3, using: &random))
    let weights = Tensor.uniform([40], in: 1...2, using: &random)
    probe.tell("sigmoid(x)", sigmoid(x))
    probe.tell(gradient: "x", (weights * sigmoid(x)).sum().backward()[x])
    probe.tellSlopes(of: sigmoid)
  }
}
