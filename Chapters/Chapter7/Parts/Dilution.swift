import Autograd
import Chapter7Blocks
import Layers
import Notebook

/// Attention residuals: each branch chooses among all earlier results.
func dilution(_ extent: Extent, _ figures: Figures, _ checks: inout Checks) {
  heading(
    "A choice in the place of a sum", "On a main path that only grows, each new result counts less."
  )
  // On a main path that only grows, each new result counts less. Every branch of a pre-norm Transformer begins with a norm, so it adds
  // about as much as any other, to a sum of all before it. Its share of the variance is 1, then a half, a
  // third, a fourth. The paper on attention residuals (Kimi Team 2026) calls that dilution, and it is what chapter 6 finds
  // in residual nets: norms make branches small.
  //
  // Its cure is attention over depth. No sum is kept, but all results: the patches, and what each branch
  // returned. Each branch reads a weighted mean of them, whose weights come from a softmax, as between positions, with
  // one learned query for each branch. What is chosen has no fixed share.
  //
  // source: Chapters/Chapter7/Blocks/DepthAttention.swift
  //
  // Again before any training: how large is what a branch reads, and what share of its variance is the newest result?

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
}
