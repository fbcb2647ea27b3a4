import Autograd
import Chapter3Blocks
import Layers
import Notebook

/// What branch and shortcut contribute to the gradient of a block's input.
func twoPaths(seeds: [UInt64], _ checks: inout Checks) {
  // The sum passes its gradient to branch and shortcut unchanged. To see what each then contributes to the
  // gradient of the block's input, give each an input of its own, with the same numbers. The tape adds the
  // two up where they are one.

  heading(
    "Two paths back",
    "The sum passes its gradient to branch and shortcut unchanged.")
  func contributions(seed: UInt64) -> (branch: Tensor, shortcut: Tensor, both: Tensor) {
    var random = Random(seed: seed)
    let block = Residual(3, 3, using: &random)
    let x = Tensor.uniform([4, 3, 6, 6], in: -1...1, using: &random)
    let tape = Tape()
    let (toBranch, toShortcut) = (tape.watch(x), tape.watch(x))
    let sum = block.branch(toBranch) + block.shortcut(toShortcut)
    let gradients = relu(sum).sum().backward()

    let whole = Tape()
    let both = whole.watch(x)
    let together = block(both).sum().backward()[both]!
    return (gradients[toBranch]!, gradients[toShortcut]!, together)
  }

  var table = Table("seed", "by the shortcut", "by the branch", "by both", "√(a² + b²)", "cosine")
  var cosines: [Double] = []
  for seed in seeds {
    let (branch, shortcut, both) = contributions(seed: seed)
    let (a, b, cosine) = (norm2(shortcut), norm2(branch), cosine(shortcut, branch))
    table.add(seed, a, b, norm2(both), (a * a + b * b).squareRoot(), cosine)
    cosines.append(abs(cosine))
    checks.expect(
      "seed \(seed): the two add up to the whole",
      got: norm2(both - branch - shortcut) / norm2(both), atMost: 1e-5)
    checks.expect(
      "seed \(seed): by the shortcut come ones where the ReLU's input is positive, and zeros elsewhere",
      Set(shortcut.scalars).isSubset(of: [0, 1]))
  }
  show(table)

  // slide: Branch and shortcut bring gradients that are nearly orthogonal
  // show: table seed | by the shortcut | by the branch | by both | cosine
  // say: Two gradients of norm 15 give one of 21 and not 30: in 432 dimensions two directions that have nothing to do with each
  //   other are nearly orthogonal, so squares add up. The share of the shortcut depends on no weight of the block.

  // The gradients add up; their norms do not. Two gradients at an angle θ give one of norm
  // $\sqrt{a^2 + b^2 + 2ab\cos\theta}$. In a space of 432 numbers two directions that have nothing to do
  // with each other are nearly orthogonal: their cosine is near 0, with a deviation of 1 / √432 = 0.05. So
  // squares add up: two norms of about 15 give 21 and not 30.
  //
  // Through the sum, the shortcut's share comes back unchanged. Two things can still be lost. The ReLU
  // behind the sum stops what belongs to numbers that were not positive, about half of them: that is why the
  // shortcut's share has zeros. And if the branch's share pointed against the shortcut's, with a cosine of
  // −1, the two would cancel. At the first weights they do not. What a shortcut ensures is a share of the
  // gradient that no weight of this block has made smaller.

  // Measured over seeds 1 to 12: at most 0.123.
  checks.expect("the two shares are nearly orthogonal: |cosine|", got: cosines, .atMost(0.2))
}
