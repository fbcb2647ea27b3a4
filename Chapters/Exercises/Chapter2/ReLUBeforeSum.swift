import Autograd
import Chapter2Net
import Exercising

extension Exercise {
  static let reluBeforeSum = Exercise(
    "relu-before-sum", chapter: 2, .find, "A block that never takes anything away",
    file: "Chapters/Chapter2/Net/ResidualBlock.swift",
    original: "return relu(x + conv2(y))",
    given: "return x + relu(conv2(y))",
    symptom: """
      The block returns negative numbers, and nothing that it returns is below its input. Training cannot \
      tell: after an epoch on 6,000 digits 0.790, 0.798 and 0.772 of the test digits are recognized, and \
      0.812, 0.798 and 0.794 with the right block (seeds 1, 2 and 3).
      """,
    failure: "the output",
    hints: """
      Follow the drawing above the type, call by call.

      Print the least number of `block(x) − x`. Can F(x) ever be negative?

      The last ReLU belongs behind the sum: relu(x + conv2(y)).
      """,
    story: """
      With F ≥ 0 a block can only add, so along many blocks numbers can only grow. Two blocks do not show it; \
      exercise deep-relu has 22 layers, where the curve does.
      """,
    source: "pytorch-cifar, issue 4; residual.mnist, issue 8",
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
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
