import Autograd
import Chapter6Net
import Exercising
import Layers

extension Exercise {
  static let idleForEver = Exercise(
    "idle-for-ever", chapter: 6, .find, "Idle at first, and for ever",
    file: "Chapters/Chapter6/Net/StackedBlock.swift",
    original: "if scaling == .zeroGamma { norm2!.weight.value = .zeros([outChannels]) }",
    given: "if scaling == .zeroGamma { norm1!.weight.value = .zeros([outChannels]) }",
    symptom: """
      Blocks with `.zeroGamma` begin as the identity, as they should: their branches return zeros. But however long they \
      are trained, no weight of their convolutions moves, and a branch returns the same number for all pixels of a channel.
      """,
    failure: "the gradient of norm2.weight",
    hints: """
      Which norm of the two begins with zeros? Goyal et al. 2017, section 5.1, say which it should be.

      Print the norm of the gradient of each parameter of such a block, on a tape, at its first step.

      What is zero must be the last factor of the branch: with norm2's γ at zero it alone moves in the first step, and \
      then all others do. A zero before the ReLU and conv2 leaves every gradient zero.
      """,
    story: """
      With γ = 0 in front of a ReLU both the numbers and their slopes are zero, so no weight ever moves. Behind the last \
      convolution the numbers are zero and the gradient of γ is not.
      """,
    figure: .curve(
      "How far the weights of conv2 have moved in ten steps", of: "how far conv2 has moved",
      x: "step", y: "distance")
  ) { probe in
    var random = probe.random
    for scaling in Scaling.allCases {
      let block = StackedBlock(4, 4, isResidual: true, scaling, using: &random)
      let x = Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random)
      let y = block(x.on(Tape()))
      probe.tell("the output with \(scaling)", y)
      let factors = Tensor.uniform(y.shape, in: -1...1, using: &random)
      let gradients = (factors * y).sum().backward()
      for (name, parameter) in block.namedParameters {
        probe.tell("the gradient of \(name) with \(scaling)", gradients[parameter]?.scalars ?? [])
      }
    }
    let idle = StackedBlock(4, 4, isResidual: true, .zeroGamma, using: &random)
    let x = Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random)
    let factors = Tensor.uniform(x.shape, in: -1...1, using: &random)
    let first = idle.conv2.weight.value
    let distances = (1...10).map { _ in
      let gradients = (factors * idle(x.on(Tape()))).mean().backward()
      for parameter in idle.parameters {
        if let gradient = gradients[parameter] { parameter.value = parameter.value - gradient }
      }
      return size(idle.conv2.weight.value - first)
    }
    probe.tell("how far conv2 has moved", distances)
  }
}
