import Autograd
import Chapter3Blocks
import Exercising
import Layers

extension Exercise {
  static let notTheIdentity = Exercise(
    "not-the-identity", chapter: 3, .find, "An idle block that is not the identity",
    file: "Chapters/Chapter3/Blocks/PreactivationResidual.swift",
    original: "return y + (conv3.map { $0(relu(x)) } ?? x)",
    given: "return y + (conv3.map { $0(relu(x)) } ?? relu(x))",
    symptom: """
      With all parameters of conv2 at zero a pre-activation block that keeps the shape must return its input, to \
      the bit. Here it differs from it by up to 2.52, and no output of an idle block is negative.
      """,
    failure: "the output of an idle block",
    hints: """
      The branch is zero, so what comes out is the shortcut.

      Print the least number of what an idle block returns, for an input from −3 to 3.

      Where there is no conv3, x itself takes the shortcut, without a ReLU: `?? x`.
      """,
    story: """
      A negative number would be lost in the first such block, for all blocks behind it. In PyTorch a ReLU that \
      works in place does the same without standing on the shortcut at all.
      """,
    source: "vq-vae-2-pytorch, issue 60, by a ReLU in place; pytorch-cifar, issue 9",
    figure: .curve(
      "What an idle block makes of the numbers from −3 to 3",
      of: "what an idle block makes of −3 to 3", x: "x", y: "output",
      at: (0..<25).map { Double($0) / 4 - 3 })
  ) { probe in
    var random = probe.random
    let x = Tensor.uniform([2, 4, 5, 5], in: -3...3, using: &random)
    let idle = PreactivationResidual(4, 4, using: &random)
    for parameter in idle.conv2.parameters { parameter.value = .zeros(parameter.value.shape) }
    probe.tell("the output of an idle block", idle(x))
    for (from, to, stride) in [(4, 4, 1), (4, 8, 2)] {
      let block = PreactivationResidual(from, to, stride: stride, using: &random)
      probe.tell("the output of a block from \(from) to \(to) channels", block(x.on(Tape())))
    }
    let line = PreactivationResidual(1, 1, using: &random)
    for parameter in line.conv2.parameters { parameter.value = .zeros(parameter.value.shape) }
    let numbers = Tensor((0..<25).map { Float($0) / 4 - 3 }, shape: [1, 1, 5, 5])
    probe.tell("what an idle block makes of −3 to 3", line(numbers))
  }
}
