import Autograd
import Chapter7Blocks
import Layers
import Notebook
import Optimizers
import Training

/// Attention residuals: each branch chooses among all earlier results.
func dilution(_ extent: Extent, _ figures: Figures, _ checks: inout Checks) {
  heading(
    "A choice in the place of a sum", "On a main path that only grows, each new result counts less."
  )

  // On a main path that only grows, each new result counts less. Every branch of a pre-norm Transformer
  // begins with a norm, so it adds about as much as any other, to a sum of all before it. Were all of one
  // size, the newest would be a half of the sum's variance, then a third, then a fourth. The paper on
  // attention residuals (Kimi Team 2026) calls that dilution, and it is what chapter 6 finds in residual
  // nets: norms make branches small.
  //
  // Its cure is attention over depth. No sum is kept, but all results: the patches, and what each branch
  // returned. Each branch reads a weighted mean of them, whose weights come from a softmax, as between
  // positions, with one learned query for each branch. What is chosen has no fixed share.
  //
  // source: Chapters/Chapter7/Blocks/DepthAttention.swift
  //
  // Again before any training: how large is what a branch reads, and what share of its variance is the
  // newest result?

  let trials = Experiment(DepthModel.allCases, seeds: extent.seeds).measure { model, seed in
    var random = Random(seed: seed)
    let images = extent.sixteen.images
    switch model {
    case .sum:
      let net = StreamTransformer(
        depth: extent.streamDepth, streams: 1, .none, deviation: 0, using: &random)
      let places = net.connections.reduce(into: [net.begin(images)]) { $0.append($1($0.last!)) }
      return DepthShare(sums: places)
    case .choice:
      let net = DepthTransformer(depth: extent.streamDepth, using: &random)
      return DepthShare(of: net, net.results(images))
    }
  }
  show(shareTable(trials))
  figures.show(shareChart(trials), as: "dilution")
  checks.expectShares(trials)

  // The lines go up and down because two kinds of branch take turns: attention, at the odd places, and the two
  // linear layers, which return less. The sum grows from branch to branch, and the newest result is an ever smaller
  // share of it: that is the dilution. The choice does not grow. But its share is as small at the start, since all queries are zero
  // and the mean of sixty results is a sixtieth of each. What is new is that it can be learned. Does it, in
  // a short training? Four blocks with a sum and with a choice, 60 steps of 32 pictures, Adam at 0.003.

  func train(_ model: DepthModel, seed: UInt64, _ run: TrainingRun) -> DepthResult {
    var random = Random(seed: seed)
    let net: any Layer =
      model == .sum
      ? PatchTransformer(depth: 4, .preNorm, using: &random)
      : DepthTransformer(depth: 4, using: &random)
    let optimizer = Adam(net.parameters, learningRate: 0.003)
    for _ in run.epochs {
      let pictures = extent.depthData.training
      for batch in run.batches(extent.batches(pictures, of: 32, random)) {
        let scores = net(batch.images.on(Tape()))
        let loss = crossEntropy(scores, batch.labels)
        optimizer.step(loss.backward())
        run.record(loss, scores, batch.labels)
      }
      run.endEpoch(Score())
    }
    return DepthResult(net, run, on: extent.sixteen)
  }
  let learned = Experiment(DepthModel.allCases, seeds: extent.seeds)
    .train(extent.depthConfiguration, train)
  endIfInterrupted()
  show(depthTable(learned))
  checks.expectDepth(learned, extent.depthConfiguration)

  // Hardly. After sixty steps the weights are within about a fifth of equal ones, and the loss is that of
  // the sum. The paper reports the loss of a model that is trained with 1.25 times the computation; that is
  // out of reach here, and told rather than shown. What can be seen is why one would want it.

  // slide: On a sum, each new result counts less; a choice does not grow
  // number: first = sum + 1 | share of the newest result | first
  // number: last = sum + 60 | share of the newest result | first
  // show: table what is read | behind branch | size | share of the newest result
  // rows: sum + 1 | sum + 60 | choice + 1 | choice + 60
  // say: In the sum, the newest of sixty results is {last} of the variance; the first was {first}. At the start the choice is the mean of all,
  //   so its share is as small, but it does not grow, and it can learn to choose. In sixty steps it hardly does.
}
