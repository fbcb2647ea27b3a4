import Autograd
import Exercising
import Layers
import Optimizers

extension Exercise {
  static let firstStepForEver = Exercise(
    "first-step-for-ever", chapter: 4, .find, "Steps that grow",
    file: "Sources/Optimizers/Adam.swift",
    original:
      "betas: (beta1, beta2), epsilon: epsilon, weightDecay: weightDecay, step: moments[i].step)",
    given: "betas: (beta1, beta2), epsilon: epsilon, weightDecay: weightDecay, step: 1)",
    symptom: """
      With a gradient that is always 1 a parameter has moved by 0.00100, 0.00234 and 0.00391 after one, two and three \
      steps of Adam. It should be 0.00100, 0.00200 and 0.00300.
      """,
    failure: "the weight after step 2",
    hints: """
      The first step is right. What is different in the second?

      Print what `kernels.adam` is given in three steps.

      The correction must fade as the averages fill, so it needs the number of this step: `moments[i].step`.
      """,
    story: """
      A test of one step would have passed. Where something is kept from step to step, test three.
      """,
    figure: .curve(
      "How far a gradient of 1 has moved a parameter, at a learning rate of 0.001",
      of: "how far a parameter has moved", x: "step", y: "distance")
  ) { probe in
    var random = probe.random
    let layer = Linear(4, 3, using: &random)
    let optimizer = Adam(layer.parameters, learningRate: 0.01)
    let x = Tensor.uniform([5, 4], in: -1...1, using: &random)
    for step in 1...3 {
      optimizer.step(crossEntropy(layer(x.on(Tape())), [0, 1, 2, 0, 1]).backward())
      probe.tell("the weight after step \(step)", layer.weight.value)
    }
    let parameter = Parameter(.zeros([1]))
    let adam = Adam([parameter], learningRate: 0.001)
    let distances = (1...20).map { _ in
      adam.step(parameter.on(Tape()).sum().backward())
      return -parameter.value.scalars[0]
    }
    probe.tell("how far a parameter has moved", distances)
  }
}
