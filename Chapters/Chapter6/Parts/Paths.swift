import Autograd
import Chapter6Net
import Foundation
import Notebook

/// The gradient of a trained net by the number of branches on its path.
func paths(_ study: Study, _ checks: inout Checks) {
  // Through n residual blocks lead 2ⁿ **paths**: in each block one takes the shortcut or the branch, as
  // chapter 1 had it. The **length** of a path is the number of branches on it. Of those with k branches
  // there are as many as ways to choose k of n blocks:
  //
  // $$\binom{n}{k} = \frac{n!}{k!\,(n - k)!}$$
  //
  // Most paths are therefore about half as long as the net is deep. Of a net of 54 blocks, as in the paper, nearly
  // all have 19 to 35 branches:

  heading(
    "Paths",
    "Most paths are therefore about half as long as the net is deep.")
  let most = share(ofPathsWith: Published.lengths, of: Published.blocks)
  checks.expect("of 54 blocks, the share of paths with 19 to 35", got: most, atLeast: 0.95)

  // But Veit et al. found that the gradient of their trained net came along those with 5 to 17, which are very few:

  let few = share(ofPathsWith: Published.effective, of: Published.blocks)
  show("of 54 blocks, the share of paths with 5 to 17", few)

  // And here? To follow a single path, each block lets the gradient through on one side only. What is `detached` is
  // off the tape: its numbers are added as before, and no gradient goes through it.

  func pass(_ x: Tensor, through block: StackedBlock, alongBranch: Bool) -> Tensor {
    let (shortcut, branch) = (block.shortcut(x), block.branch(x))
    return relu(alongBranch ? shortcut.detached + branch : shortcut + branch.detached)
  }

  // The gradient is that of the loss of sixteen pictures with respect to what the first block is given. Norms
  // are in evaluation mode, so that each is a factor and a summand for each channel, and no statistics carry
  // gradient.

  func gradient(
    of net: StackedNet, _ pass: (StackedBlock, Int, Tensor) -> Tensor
  ) -> Tensor {
    let x = Tape(.evaluation).watch(net.stem(study.sixteen.images))
    let scores = net.classify(net.features(x, pass).last!)
    return crossEntropy(scores, study.sixteen.labels).backward()[x]!
  }

  // That is one path at a time: five of each length are drawn. For the sum over all paths of a length there
  // are too many. But it can be had block by block, from the last to the first: what came along k branches
  // takes the shortcut and stays at k, or takes the branch and is then at k + 1.

  func sums(of net: StackedNet) -> [Tensor] {
    let inputs = net.features(net.stem(study.sixteen.images))
    let end = Tape(.evaluation).watch(inputs.last!)
    let loss = crossEntropy(net.classify(end), study.sixteen.labels)
    var parts = [loss.backward()[end]!]
    for (block, input) in zip(net.blocks, inputs).reversed() {
      let zero = Tensor.zeros(input.shape)
      func passedOn(_ gradient: Tensor, alongBranch: Bool) -> Tensor {
        let x = Tape(.evaluation).watch(input)
        let y = pass(x, through: block, alongBranch: alongBranch)
        return (y * gradient).sum().backward()[x]!
      }
      let kept = parts.map { passedOn($0, alongBranch: false) }
      let longer = parts.map { passedOn($0, alongBranch: true) }
      parts = zip(kept + [zero], [zero] + longer).map { $0 + $1 }
    }
    return parts
  }

  let found = study.measure([study.residual], as: "paths") { net, seed in
    var random = Random(seed: seed)
    let n = net.blocks.count
    let single = (0...n).map { length in
      let norms = (0..<5).map { _ in
        let branches = Set(random.order(of: n).prefix(length))
        return norm(
          gradient(of: net) { pass($2, through: $0, alongBranch: branches.contains($1)) })
      }
      return Spread(norms).mean
    }
    let whole = gradient(of: net) { block, _, x in block(x) }
    let parts = sums(of: net)
    let added = parts.reduce(Tensor.zeros(whole.shape), +)
    return PathLengths(
      single: single, together: parts.map { norm($0) }, whole: norm(whole),
      apart: norm(added - whole) / norm(whole))
  }
  checks.expect(
    "the sums over all lengths add up to the gradient, relatively",
    got: found.map(\.result.apart), .atMost(Thresholds.apart))
  show(pathTable(found, study))
  show(lengthTable(found, study))
  study.figures.show(pathChart(found, study), as: "paths")
  study.figures.show(shareChart(found, study), as: "path-shares")
  study.expect(found, study.recorded.paths, &checks) { $0.expectPaths($1) }

  // With each branch on a path its gradient falls, by about the same factor: exponentially, as in the paper's figure
  // 6b. Paths of middle length are so many that all of them together bring the most; still longer ones bring next
  // to nothing, though there are as many of them as of shorter ones. At most eight branches have 3.8 % of all paths, and
  // the greatest part of the gradient comes along these. So what trains in a net of 26 blocks is short.
  //
  // (Of one length, the gradients along the paths point in different directions, and their sum is far smaller than
  // the number of paths times the gradient of one. Weighted by the sums, paths are shorter still.)

  // slide: Most paths are long, but the gradient comes along the short ones
  // number: mean = all paths | branches, mean
  // number: gradient = weighted by the gradient of one path | branches, mean
  // show: figure path-shares
  // say: Of the paths the mean has {mean} branches; weighted by the gradient along each it is {gradient}. Every branch on the
  //   path multiplies the gradient by less than one. Veit et al. 2016, figure 6.
}
