import Notebook
import Plots

/// Degradation after 15 epochs, and the gradients on the way there.
func fifteenEpochs(_ run: DepthRun, _ figures: Figures, _ checks: inout Checks) {
  // A run with `--full` takes half an hour; its log is `full.jsonl`, and all that is shown of it says
  // "recorded". Each number is the mean over the seeds, with the least and the greatest.

  heading(
    "Fifteen epochs, five seeds",
    "Each number is the mean over the seeds, with the least and the greatest.")
  run.showRecord()
  let nets = Model.convolutions(depths: [10, 54])
  show(run.table(\.loss, of: nets, after: [1, 3, 5, 10, 15], digits: 2))
  figures.show(
    run.chart(
      "Loss in each epoch", \.loss, of: nets, Axis("loss on the training pictures", range: 0...2.2)),
    as: "fifteen-losses")
  checks.about(run.record) { checks in
    checks.expect(DepthThresholds.afterFifteen, of: run.trials, \.loss)
  }

  // slide: After 15 epochs the deep plain net still has more than twice the loss
  // number: shallow = plain 10 | epoch 15 | first
  // number: deep = plain 54 | epoch 15 | first
  // number: residual = residual 54 | epoch 15 | first
  // show: figure fifteen-losses
  // say: It is the loss on the pictures they learn from, so this is not overfitting: {deep} against {shallow}, five seeds,
  //   with the spread as a band. With shortcuts the net of 54 layers ends lowest, at {residual}. This is degradation.

  // Much of what three epochs show is a slow start: at first plain 54 hardly learns, and then it catches
  // up. But not all of it. After 15 epochs its loss is still more than twice that of plain 10, from every
  // seed, and by now all losses fall slowly. With shortcuts depth does no harm: on average residual 54 ends
  // lowest.
  //
  // Do gradients vanish on the way there? On the first batch they did not. Here is the first layer's
  // gradient norm, divided by the last one's, on the first batch of each epoch.

  show(run.table(\.ratio, of: nets, after: [1, 2, 3, 5, 10, 15], digits: 2))
  figures.show(
    run.chart(
      "The first layer's gradient : the last one's", \.ratio, of: nets,
      Axis("ratio on the first batch of the epoch", .logarithmic)), as: "fifteen-ratios")
  checks.about(run.record) { checks in
    checks.expect(
      "the first layer's gradient : the last one's, in any epoch", of: run.trials,
      DepthThresholds.leastRatios
    ) { $0.epochs.map(\.ratio).min()! }
    checks.expect(
      "the same, geometric mean over all batches of the last ten epochs", of: run.trials,
      DepthThresholds.meanRatios, \.ratioInTheEnd)
    checks.expect(
      "the smallest gradient norm of any layer on any batch", of: run.trials,
      DepthThresholds.smallestNorms
    ) { $0.epochs.map(\.smallest).min()! }
  }

  // The growth of the first batch is gone after one epoch. In plain 54 the first layer then gets less than
  // the last one, a sixteenth on average and never less than a sixtieth, where plain 10 and both residual
  // nets are near a half. So in training the gradient of a deep plain net is smaller in front, and with it
  // the steps there. The smallest gradient norm of any layer on any batch is 0.001 to 0.002, a tenth of the
  // shallow net's or less. That may well be a part of the slow start. But it is no 10⁻²⁴: nothing vanishes
  // as it does behind thirty sigmoids, and vanishing gradients alone do not explain why the deep plain net
  // stays behind.
  //
  // Perhaps the learning rate of 0.1 is too large for a net whose gradients begin a hundred times as large?
  // At 0.01 both plain nets learn more slowly at first:

  let rates = [nets[0], Model.slow[0], nets[2], Model.slow[1]]
  show(run.table(\.loss, of: rates, after: [1, 3, 5, 10, 15], digits: 2))
  checks.about(run.record) { checks in
    checks.expect(DepthThresholds.slow, of: run.trials, \.loss)
  }

  // After 15 epochs plain 54 is about where it was at 0.1, and far behind plain 10 at either rate, from every
  // seed. A smaller learning rate is no cure. And at this rate its gradients are in order: the first layer
  // gets a fifth of the last one's or more, and its smallest norms are like those of residual 54. It stays
  // behind all the same. So weak gradients are not what degradation comes from.

  checks.about(run.record) { checks in
    let slow = run.trials.of(Model.slow[1])
    checks.expect(
      "plain 54, rate 0.01: first : last, over the last ten epochs", got: slow.map(\.ratioInTheEnd),
      .atLeast(DepthThresholds.slowRatio))
    checks.expect(
      "plain 54, rate 0.01: the smallest gradient norm",
      got: slow.map { $0.epochs.map(\.smallest).min()! }, .atLeast(DepthThresholds.slowSmallest))
  }
}
