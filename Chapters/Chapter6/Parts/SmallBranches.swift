import Autograd
import Layers
import Notebook

/// How large the branch is beside the shortcut, block by block, with norms and without.
func smallBranches(seeds: [UInt64], _ figures: Figures, _ checks: inout Checks) {
  // Why does a residual net begin so close to the shortcuts alone? De and Smith (2020, "Batch normalization
  // biases residual blocks towards the identity function in deep networks") have an answer that fits into a line.
  // A norm makes what comes out of each branch of about the same variance, say 1. The shortcut collects it:
  // behind block l the variance is about l. So block l + 1 adds 1 to l, and the deeper it is, the less it
  // changes. Without norms a branch is as large as what it is given; each block doubles the variance.
  //
  // Here are 64 pre-activation blocks, untrained, and random numbers of variance 1.

  heading(
    "Norms make branches small",
    "A norm makes what comes out of each branch of about the same variance, say 1.")
  func variances(hasNorms: Bool, seed: UInt64) -> [BranchVariance] {
    var random = Random(seed: seed)
    func conv() -> Conv2D {
      Conv2D(
        16, 16, kernelSize: 3, padding: 1, bias: false, initialization: .kaimingNormal,
        using: &random)
    }
    func norm(_ x: Tensor) -> Tensor { hasNorms ? BatchNorm2D(16)(x) : x }
    var x = Tensor.normal([16, 16, 14, 14], using: &random).on(Tape())
    return (1...64).map { _ in
      let branch = conv()(relu(norm(conv()(relu(norm(x))))))
      defer { x = (x + branch).detached.on(Tape()) }
      return BranchVariance(branch: variance(branch), shortcut: variance(x))
    }
  }
  let trials = Experiment([true, false], seeds: seeds).measure { hasNorms, seed in
    variances(hasNorms: hasNorms, seed: seed)
  }
  show(varianceTable(trials))
  figures.show(varianceChart(trials), as: "branch-variance")
  checks.expectVariances(trials)

  // With norms the ratio falls as 1 / l, as in the paper: relative to the shortcut, a norm scales the branch down by about the
  // root of the depth, and its variance by the depth. So each block of an untrained deep net changes little, and the net
  // begins like a shallow one. Without norms every branch is about as large as what it is added to, and behind 64 of
  // them the variance is 10¹² and more.

  // slide: With norms, block l adds a share of 1 / l
  // show: figure branch-variance
  // say: Untrained blocks, random numbers. A norm brings every branch to the same size, and the shortcut collects them: the later the
  //   block, the less it changes. Without norms each block doubles the variance. De and Smith 2020.
}
