import Autograd
import Chapter2Net
import Exercising
import Layers

extension Exercise {
  static let block = Exercise(
    "block", chapter: 2, .write, "The residual block",
    file: "Chapters/Chapter2/Net/ResidualBlock.swift",
    original: """
          let y = relu(conv1(x))
          return relu(x + conv2(y))
      """,
    given: """
          // x goes through the branch and around it; follow the drawing above the type.
          return x
      """,
    symptom: """
      Write `forward`: two convolutions on the branch with a ReLU between them, the shortcut around them, \
      and a ReLU behind the sum.
      """,
    failure: "the output",
    hints: """
      The drawing above the type shows every call in order, from the left to the right.

      Print the least number that the block returns: behind the last ReLU none is below zero. With all \
      parameters at zero the block is relu(x).

      `relu(x + conv2(y))`, where y is `relu(conv1(x))`.
      """,
    story: """
      With its convolutions at zero, the block returns relu(x): it starts from doing nothing, and learns \
      what to add.
      """
  ) { probe in
    var random = probe.random
    let block = ResidualBlock(4, using: &random)
    let x = Tape().watch(Tensor.uniform([2, 4, 5, 5], in: -1...1, using: &random))
    let y = block(x)
    probe.tell("the output", y)
    let gradients = (y * y).sum().backward()
    probe.tell(gradient: "x", gradients[x])
    probe.tell(gradients, of: block)
  }
}
