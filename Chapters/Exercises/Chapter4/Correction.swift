import Foundation
import Layers
import Optimizers
import Exercising
import Kernels

extension Exercise {
  static let correction = Exercise(
    "correction", chapter: 4, .write, "Adam's bias correction",
    file: "Sources/Kernels/Reference/Adam.swift",
    original: """
            Float(1 - pow(betas.0, Double(step))), Float(1 - pow(betas.1, Double(step)))
      """,
    given: """
            Float(1), Float(1)  // what each average is divided by, in this step
      """,
    symptom: """
      Adam's first step is 0.00316 long, whatever the gradient, and should be as long as the learning rate, \
      0.001. The loss does not complain: with steps that are too long a small net comes to 0.268, 0.305 and \
      0.311 in three epochs where 0.578, 0.617 and 0.620 are usual (2,000 digits, seeds 1, 2 and 3).
      """,
    failure: "the weights after step 1",
    hints: """
      Both averages begin at zero, so at first both are too small. The formula stands above `class Adam`.

      Print mean and squaredMean after one step with a gradient of 1: they are 0.1 and 0.001, and should both \
      be 1.

      After t steps the shares add up to 1 − betaᵗ: `Float(1 - pow(betas.0, Double(step)))`, and the same for the \
      other.
      """,
    story: """
      Without the correction the first step is 0.1 / √0.001 = 3.16 learning rates long. No curve shows it, but the \
      learning rate no longer means what it says.
      """,
    source: "mlx, issue 1640; convnetjs, issue 70, multiplied instead of dividing",
    figure: .curve(
      "The length of Adam's steps for a gradient of 1, at a learning rate of 0.001",
      of: "the length of each step", x: "step", y: "length", changed: "as given"),
    training: { probe in
      setenv("KERNELS", "reference", 1)  // those that the file is one of
      let training = ShortTraining(digits: 2_000, epochs: 3, batchSize: 50) {
        Adam($0, learningRate: 0.001)
      }
      probe.tell(training) { random in
        Sequential(
          Flatten(), Linear(784, 30, using: &random), ReLU(), Linear(30, 10, using: &random))
      }
    }
  ) { probe in
    var random = KernelNumbers(seed: probe.seed)
    var w = Buffer(random.numbers(5))
    var (mean, squaredMean): (Buffer?, Buffer?)
    for step in 1...4 {
      let gradient = Buffer(random.numbers(5))
      Reference.adam(
        &w, gradient, mean: &mean, squaredMean: &squaredMean, learningRate: 0.1,
        betas: (0.9, 0.999), epsilon: 1e-8, weightDecay: 0, step: step)
      probe.tell("the weights after step \(step)", w.scalars)
    }
    var (weight, means): (Buffer, (Buffer?, Buffer?)) = (Buffer([0]), (nil, nil))
    let lengths = (1...40).map { step in
      let before = weight.scalars[0]
      Reference.adam(
        &weight, Buffer([1]), mean: &means.0, squaredMean: &means.1, learningRate: 0.001,
        betas: (0.9, 0.999), epsilon: 1e-8, weightDecay: 0, step: step)
      return Double(before - weight.scalars[0])
    }
    probe.tell("the length of each step", lengths, within: 1e-6)
  }
}
