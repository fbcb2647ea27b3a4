import Autograd
import Chapter6Net
import Exercising
import Layers

extension Exercise {
  static let fullBranch = Exercise(
    "full-branch", chapter: 6, .find, "Numbers that double with each block",
    file: "Chapters/Chapter6/Net/StackedBlock.swift",
    original: "alpha = hasNorms ? nil : Parameter(Tensor(0))",
    given: "alpha = hasNorms ? nil : Parameter(Tensor(1))",
    symptom: """
      Without norms, `.skipInit`, the mean square of the features grows with every block, and 54 layers begin \
      with a loss of 834, 3,779 and 491 (seeds 1, 2 and 3). It should be 2.349, 2.319 and 2.312, near ln 10.
      """,
    failure: "the output with skipInit",
    hints: """
      Branches are kept small by norms or by a factor, and this net has no norms. What is the factor at first?

      Print `block.alpha` and the mean square behind each block, before any step.

      De and Smith begin with α = 0, so that each block is the identity: Parameter(Tensor(0)).
      """,
    story: """
      A branch as large as its shortcut doubles the mean square at each block. Norms hide that inside; without them the \
      factor has to begin small, and zero is the simplest.
      """,
    figure: .curve(
      "54 layers without norms: the mean square of the features",
      of: "the mean square behind each block", x: "block", y: "mean square",
      isLogarithmic: true),
    training: { probe in
      let losses = (1...3).map { (seed: UInt64) in
        var random = Random(seed: seed)
        let net = StackedNet(depth: 54, isResidual: true, .skipInit, using: &random)
        let images = Tensor.normal([64, 1, 28, 28], using: &random)
        return crossEntropy(net(images.on(Tape())), (0..<64).map { $0 % 10 }).scalar
      }
      probe.tell("the first loss", losses, within: 0.05)
    }
  ) { probe in
    var random = probe.random
    for scaling in Scaling.allCases {
      let block = StackedBlock(4, 4, isResidual: true, scaling, using: &random)
      let x = Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random)
      probe.tell("the output with \(scaling)", block(x.on(Tape())))
    }
    let net = StackedNet(depth: 54, isResidual: true, .skipInit, using: &random)
    let images = Tensor.normal([4, 1, 28, 28], using: &random)
    let squares = net.features(net.stem(images.on(Tape()))).dropFirst().map {
      ($0 * $0).mean().scalar
    }
    probe.tell("the mean square behind each block", squares, within: 1e-2)
  }
}
