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
      Without norms, `.skipInit`, the mean square of the features grows with every block, and 54 layers begin with a loss \
      of 823, 3,660 and 479 (seeds 1, 2 and 3). It should be 2.34, 2.33 and 2.31, near ln 10.
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
      """
  ) { probe in
    var random = probe.random
    for scaling in Scaling.allCases {
      let block = StackedBlock(4, 4, isResidual: true, scaling, using: &random)
      let x = Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random)
      probe.tell("the output with \(scaling)", block(x.on(Tape())))
    }
  }
}
