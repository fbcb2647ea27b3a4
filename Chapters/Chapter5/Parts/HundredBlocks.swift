import Autograd
import Chapter5Net
import Datasets
import Layers
import Notebook

/// How the gradient comes back along a hundred blocks, and by which paths.
func hundredBlocks(
  on sixteen: Batch, seeds: [UInt64], _ drawings: Figures, _ figures: Figures,
  _ checks: inout Checks
) {
  heading(
    "A hundred blocks",
    "He et al. 2016 compare five orderings of the block (figure 4, table 2).")
  var random = Random(seed: seeds[0])
  let five = Ordering.allCases.map { ($0.title, OrderedBlock(8, 8, $0, using: &random)) }
  drawings.draw(
    blocks: five, input: [1, 8, 14, 14],
    claim: "The five orderings differ in what stands behind the sum", marksEnd: true,
    as: "five-blocks")

  // slide: The five orderings differ in what stands behind the sum
  // show: figure five-blocks
  // say: Figure 4 of He et al. 2016. The shaded area is what every signal of a shortcut has to pass, block after block: a ReLU, a norm
  //   and a ReLU, or nothing at all.

  // Of each we make a net of a hundred blocks, 202 layers, show it sixteen pictures before any training, and
  // take the norm of the loss's gradient at each place of its main path, which leads from sum to sum. So
  // that we see what goes where, we do it three times: as the block is; with the branch cut, so that the
  // gradient comes back along the shortcuts alone; and with the shortcut cut, so that it comes along the
  // branches alone. What is cut still adds its numbers, so all three nets compute the same. But it is
  // `detached`, taken off the tape, and no gradient goes through it:
  //
  // source: Chapters/Chapter5/Net/Paths.swift
  //
  // The norms in a branch are cut with it; the norm behind a sum, where there is one, stands behind both paths,
  // so its mean and deviation carry gradient all three times.
  //
  // Before you read what came out, choose an ordering, a number of blocks and a seed yourself: the same nets, and eight
  // drawn digits.
  //
  // lab: orderings

  let gradients = Experiment(PathModel.all, seeds: seeds).measure { model, seed in
    PathGradient(of: model.ordering, depth: 202, seed: seed, on: sixteen) { block, x in
      block(x, gradientAlong: model.paths)
    }
  }

  // First as the blocks are. On its way back the gradient goes from the end to the start, in the figures
  // from the right to the left.

  show(pathTable(gradients))
  figures.show(pathChart(gradients), as: "hundred-blocks")
  checks.expectRatios(gradients)

  // slide: With a norm behind each sum, the gradient grows a millionfold
  // number: growth = BN after addition | start : end
  // number: original = original | start : end
  // show: figure hundred-blocks
  // say: A hundred blocks, before any training; the gradient goes from right to left. With a norm behind each sum it grows by the
  //   same factor in every block, {growth} times in all. In the other orderings it is a hundredfold, {original:0} times in the original.

  // With a norm behind each sum the gradient grows by the same factor from block to block, a millionfold in
  // all. In the other four it grows a hundredfold, most of it in the first quarter: there the features are
  // small, and each block still changes them much. Now each with one of its two paths cut:

  show(cutTable(gradients))
  figures.show(cutChart(gradients), as: "cut-paths")
  checks.expectCuts(gradients)

  // slide: Each path alone lets the gradient decay; together they make it grow
  // show: figure cut-paths
  // say: The net with a norm behind each sum, three times: as it is, with the branches detached, and with the shortcuts detached.
  //   All three compute the same numbers; only the gradient is cut. Ask how two decays can make a growth.

  // With the norm behind the sum, neither path does it. Along the shortcuts alone the gradient decays to
  // less than a billionth: each norm divides what the shortcut carries by the deviation of the sum, and each
  // ReLU stops about half of it. Along the branches alone it decays, too, to a few hundred-thousandths. And
  // both together make it grow. A gradient can come through each block by the shortcut or by the branch;
  // along a hundred blocks those are $2^{100}$ paths, and what comes back is the sum over all of them:
  //
  // $$\prod_{i=1}^{100} (S_i + B_i) = S_1 S_2 \cdots S_{100} + B_1 S_2 \cdots S_{100} + \dots + B_1 B_2 \cdots B_{100}$$
  //
  // $S_i$ and $B_i$ are the Jacobians of the two paths through block $i$, the matrices of all derivatives of
  // its output by its input. Cutting leaves the first term, or the last. Each is small. But there are a
  // great many terms, most with about as many factors of one kind as of the other.
  //
  // In PyTorch, a hundred such blocks gave the same kind of numbers from three seeds: 7 to 30 million along
  // both, 7 · 10⁻¹⁵ to 1.4 · 10⁻¹³ along the shortcuts, 10⁻⁵ to 1.4 · 10⁻⁴ along the branches.
  //
  // Per block the shortcut alone passes a factor of about 0.7, the branch alone 0.9, and both together 1.17.
  // They add up as in chapter 3: the two shares are nearly orthogonal, so their squares add, and √(0.7² +
  // 0.9²) = 1.14. Each factor is below 1, and the root of the sum of their squares is above 1: that is all
  // that growing by a millionfold takes.
  //
  // In the other four the shortcuts alone carry the gradient back nearly whole, to between a fifth and four
  // fifths of it: nothing divides it on the way, and what is missing was lost where the net halves its
  // images, or, in the original, at the ReLUs behind the sums. Along the branches alone nothing comes back,
  // not a number that a `Float` can hold: the features grow along the shortcuts, so every branch hands on
  // only a small part.

  checks.expectSquaresToAdd(gradients)

  // slide: Squares add up, so {shortcut:2} and {branch:2} per block make {both:2}
  // number: shortcut = BN after addition + shortcuts alone | factor per block
  // number: branch = BN after addition + branches alone | factor per block
  // number: both = BN after addition + both | factor per block
  // show: formula \prod_{i=1}^{100} (S_i + B_i) = S_1 \cdots S_{100} + \dots + B_1 \cdots B_{100} … \sqrt{ {shortcut:2}^2 + {branch:2}^2 } > 1
  // note: The sum over all 2¹⁰⁰ paths; cutting leaves its first term, or its last.
  // say: The two shares of a block are nearly orthogonal, as in chapter 3. Each factor is below 1, the root of the sum of their
  //   squares is above 1: that is all that growing a millionfold takes.
}
