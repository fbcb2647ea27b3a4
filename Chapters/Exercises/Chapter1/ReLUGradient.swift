import Autograd
import Exercising

extension Exercise {
  static let reluGradient = Exercise(
    "relu-gradient", chapter: 1, .find, "A gradient that passes through everything",
    file: "Sources/Autograd/Ops/ReLU.swift",
    original: ".wrt(x) { dy in kernels.reluGradient(dy, y: y) }",
    given: ".wrt(x) { dy in dy }",
    symptom: """
      At x = −1 the tape gives ReLU a derivative of 1; a finite difference gives 0. Training hides it: after \
      an epoch on 6,000 digits the net of chapter 2 recognizes 0.848, 0.836 and 0.836 of the test digits with \
      this bug, and 0.812, 0.798 and 0.794 without it (seeds 1, 2 and 3).
      """,
    failure: "the gradient where x < 0",
    hints: """
      Nothing is wrong with what relu returns. Look at its backward function in ReLU.swift.

      Print the gradient of `relu(x).sum()` for a watched x = [-1, 1]. Which of the two is wrong?

      What ReLU replaced with zero does not depend on x, so its gradient is zero: \
      `kernels.reluGradient(dy, y: y)` keeps dy where y > 0.
      """,
    story: """
      A net can train with a wrong gradient, and even look better, so no curve tells you. A finite \
      difference does, which is why every operation here is tested with one: \
      Tests/TestSupport/GradientCheck.swift.
      """,
    source: "deep-learning-from-scratch (oreilly-japan), issue 43",
    figure: .curve(
      "The slope of a ReLU, as the tape has it", of: "the slope at −3 to 3", x: "x", y: "slope",
      at: slopePlaces),
    training: { $0.tell(ShortTraining(), of: chapter2Net) }
  ) { probe in
    var random = probe.random
    let positive = Tape().watch(Tensor.uniform([20], in: 0.1...1, using: &random))
    probe.tell("relu(x) where x > 0", relu(positive))
    probe.tell("the gradient where x > 0", (3 * relu(positive)).sum().backward()[positive]!)
    let negative = Tape().watch(Tensor.uniform([20], in: -1 ... -0.1, using: &random))
    probe.tell("relu(x) where x < 0", relu(negative))
    probe.tell("the gradient where x < 0", (3 * relu(negative)).sum().backward()[negative]!)
    probe.tellSlopes(of: relu)
  }
}
