import Autograd
import Exercising
import Layers
import Optimizers

extension Exercise {
  static let uphill = Exercise(
    "uphill", chapter: 2, .find, "A loss that explodes at once",
    file: "Sources/Optimizers/SGD.swift",
    original:
      "&w, gradient.buffer, velocity: &velocity, learningRate: learningRate, momentum: momentum,",
    given:
      "&w, gradient.buffer, velocity: &velocity, learningRate: -learningRate, momentum: momentum,",
    symptom: """
      On the same batch the loss of a small net rises from 1.10 to 3.10 in twenty steps, and should fall from \
      0.89 to 0.44 (seed 1). It rises with the first step, however small the learning rate.
      """,
    failure: "the weight after step 1",
    hints: """
      The gradients are right. Who uses them?

      Print the losses of five steps on the same batch, with a learning rate of 0.001.

      A gradient points to where the loss grows, so each parameter moves against it: w − learningRate · \
      velocity.
      """,
    story: """
      A loss that explodes at once: look at the sign first, then at the learning rate. With a tiny learning \
      rate the first still rises and the second does not.
      """,
    figure: .curve(
      "The loss rises from the first step on", of: "the losses of twenty steps", x: "step",
      y: "loss")
  ) { probe in
    var random = probe.random
    let layer = Linear(4, 3, using: &random)
    let optimizer = SGD(layer.parameters, learningRate: 0.1, momentum: 0.5)
    let x = Tensor.uniform([5, 4], in: -1...1, using: &random)
    for step in 1...3 {
      optimizer.step(crossEntropy(layer(x.on(Tape())), [0, 1, 2, 0, 1]).backward())
      probe.tell("the weight after step \(step)", layer.weight.value)
    }
    let losses = (1...20).map { _ in
      let loss = crossEntropy(layer(x.on(Tape())), [0, 1, 2, 0, 1])
      optimizer.step(loss.backward())
      return Double(loss.scalar)
    }
    probe.tell("the losses of twenty steps", losses)
  }
}
