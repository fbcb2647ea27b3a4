import Exercising
import Kernels

extension Exercise {
  static let momentumStep = Exercise(
    "momentum-step", chapter: 2, .write, "A step with momentum",
    file: "Sources/Kernels/Reference/SGD.swift",
    original: """
          if let velocity = velocity?.scalars {
            move = zip(velocity, move).map { v, move in momentum * v + move }
          }
      """,
    given: """
          // With a velocity from the step before, `move` becomes momentum · velocity + g.
      """,
    symptom: """
      SGD with a momentum of 0.5 moves as without: from w = 0 and with a gradient of 1 the third step of \
      learning rate 0.1 ends at −0.3. It should end at −0.425.
      """,
    failure: "the weights after step 2",
    hints: """
      The three lines above `class SGD` in Sources/Optimizers/SGD.swift are the formula; `move` is g, with the \
      weight decay in it already.

      Print `velocity?.scalars` before each of three steps. What is it in the first?

      velocity ← momentum · velocity + g, number by number: \
      zip(velocity, move).map { v, move in momentum * v + move }.
      """,
    story: """
      With a momentum of 0.5 a step goes twice as far in the long run, with 0.9 ten times. Some libraries weigh \
      g by 1 − momentum, which takes that back: a learning rate belongs to one of the two conventions.
      """,
    figure: .curve(
      "A weight that a gradient of 1 moves, with a momentum of 0.5",
      of: "a weight after each of ten steps", x: "step", y: "weight", changed: "as given")
  ) { probe in
    var random = KernelNumbers(seed: probe.seed)
    var w = Buffer(random.numbers(6))
    var velocity: Buffer?
    for step in 1...3 {
      let gradient = Buffer(random.numbers(6))
      Reference.sgd(
        &w, gradient, velocity: &velocity, learningRate: 0.1, momentum: 0.5, weightDecay: 0.01)
      probe.tell("the weights after step \(step)", w.scalars)
    }
    var (weight, kept): (Buffer, Buffer?) = (Buffer([0]), nil)
    let way = (1...10).map { _ in
      Reference.sgd(
        &weight, Buffer([1]), velocity: &kept, learningRate: 0.1, momentum: 0.5, weightDecay: 0)
      return weight.scalars[0]
    }
    probe.tell("a weight after each of ten steps", way)
  }
}
