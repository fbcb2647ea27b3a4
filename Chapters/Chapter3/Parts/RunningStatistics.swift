import Autograd
import Layers
import Notebook
import Plots

/// Running statistics, from the formula, beside those of the layer.
func runningStatistics(_ figures: Figures, seed: UInt64, _ checks: inout Checks) {
  // When the net is used, an image should not depend on which others are in the batch. So the layer also
  // keeps running statistics, an exponential moving average of the means and variances it has seen:
  //
  // $$\text{running} \leftarrow (1 - 0.1) \cdot \text{running} + 0.1 \cdot \text{batch}$$
  //
  // They begin as 0 and 1. In training mode, which here means on a tape, the layer normalizes by the batch's
  // own statistics and updates the running ones; in evaluation mode it normalizes by the running ones. The
  // share 0.1 is called momentum, and there are three of that name. In PyTorch, as here, it is the share of
  // the new batch. In MXNet it is that of the old average, so its 0.9 is the same. And the momentum of an
  // optimizer, which chapter 2 uses, is the share that one step keeps of the step before: it has to do with
  // gradients, not with statistics.

  heading(
    "Running statistics",
    "When the net is used, an image should not depend on which others are in the batch.")
  var random = Random(seed: seed)
  let norm = BatchNorm2D(1)
  var (byHand, means) = (Float(0), [Double(norm.runningMean.scalar)])
  for _ in 1...60 {
    let x = 3 * Tensor.normal([16, 1, 4, 4], using: &random) + 5
    _ = norm(x.on(Tape()))
    byHand = 0.9 * byHand + 0.1 * x.mean().scalar
    means.append(Double(norm.runningMean.scalar))
  }
  figures.show(averageChart(means), as: "running-mean")
  show("running mean after 60 batches", norm.runningMean.scalar, "by hand", byHand)
  checks.expect("apart by", got: abs(norm.runningMean.scalar - byHand), atMost: 1e-5)

  // slide: A running mean still lags by a third after ten batches
  // show: figure running-mean
  // note: Each batch takes away a tenth of what is missing; after ten, 0.9¹⁰ of the way is left.
  // say: In evaluation an image must not depend on the others in its batch, so the layer keeps a moving average of what it
  //   saw. Remember the lag. In chapter 5 it will cost accuracy.

  // The numbers have mean 5. After $k$ batches the average has come within $0.9^k$ of its way: after ten
  // batches a third is missing, and it still lags by that much behind weights that change.
  //
  // One detail is easy to miss. Within a batch the variance is divided by $m$. But the distances are
  // measured from the mean of these very numbers, to which they are nearer than to the mean of all images,
  // so this variance is on average too small by $(m - 1) / m$. Into the running variance, which is to hold
  // for all images, goes the same sum divided by $m - 1$, which is on average right. With the two images of
  // one pixel below, $m$ is 2, and the first is half of the second. Where $m$ is thousands, it does not
  // matter.

  let pairs = BatchNorm2D(1, momentum: nil)  // nil: the mean over all batches, not a moving one
  var biased: Float = 0
  for _ in 1...4000 {
    let x = 3 * Tensor.normal([2, 1, 1, 1], using: &random) + 5
    _ = pairs(x.on(Tape()))
    let distance = x - x.mean()
    biased += (distance * distance).mean().scalar / 4000
  }
  show(
    "the variance is 9; pairs give, divided by m", biased, "by m − 1", pairs.runningVariance.scalar)
  // Measured with seeds 1, 4, 7 and 10: 8.86 to 9.23.
  checks.expect("divided by m − 1 it is 9, nearly", abs(pairs.runningVariance.scalar - 9) < 1.5)
  checks.expect(
    "divided by m it is half of that", got: abs(pairs.runningVariance.scalar / biased - 2),
    atMost: 1e-3)
}
