import Autograd
import Chapter5Net
import Datasets
import Notebook

/// A 1 × 1 convolution on every shortcut, by the number of blocks.
func projections(
  on sixteen: Batch, seeds: [UInt64], _ figures: Figures, _ checks: inout Checks
) {
  // Half of x, 26 times over, is a 67-millionth of x. A 1 × 1 convolution could learn to be the identity, so
  // the net with it could do all that the one without can, and more; and still it learns worse. What helps
  // is not what the shortcut could express, but that nothing is on it.
  //
  // ### Sixteen such convolutions, and fifty-four
  //
  // Chapter 3 had another finding of the same authors: in 2015, with 34 layers, 1 × 1 convolutions on all
  // shortcuts were the best of three. A net of 34 layers has 16 blocks, one of 110 has 54. So we measure the
  // gradient at the start and at the end through 4, 16 and 54 blocks, with and without.

  let models = [10, 34, 110].flatMap { depth in
    [Bypass.identity, .convolution].map { NarrowModel(depth: depth, bypass: $0) }
  }
  let trials = Experiment(models, seeds: seeds).measure { model, seed in
    PathGradient(of: .original, model.bypass, depth: model.depth, seed: seed, on: sixteen)
  }
  show(projectionTable(trials, models))

  // Through four blocks there is no difference, through sixteen a sixfold one, through 54 more than a
  // ten-thousandfold one. On the identity the features grow: each block adds a branch of about size 1, as
  // chapter 3 measured, so what is added matters less and less, and later blocks hardly change the gradient.
  // On a shortcut with a norm they do not grow. Each block is as large a change as the first, and the
  // gradient is multiplied by 1.3 in each of them: 1.3 to the 16th is 67, and to the 54th 1.4 million. So
  // both papers are right: sixteen such shortcuts cost little, and 54 too much.

  checks.expectProjections(trials)
}
