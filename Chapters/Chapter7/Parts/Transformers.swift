import Autograd
import Chapter7Blocks
import Layers
import Notebook

/// A Transformer block, and its gradient by depth with both places of the norm.
func transformers(
  _ extent: Extent, _ drawings: Figures, _ figures: Figures, _ checks: inout Checks
) {
  heading(
    "A shortcut around attention",
    "A Transformer has no convolutions, but the same sum, twice in each block.")

  // A Transformer has no convolutions, but the same sum, twice in each block. It takes a sequence of
  // positions, `[N, T, C]`: words of a sentence, or here sixteen patches of a picture. Attention lets each
  // position read all others. From each come three rows of numbers: a query, what it looks for; a key, what
  // it is found by; and a value, what it hands on. The product of a query with all keys, as a softmax, says
  // with which weights the values are averaged:
  //
  // $$\mathrm{attention}(Q, K, V) = \mathrm{softmax}\!\left(\frac{Q K^{\mathsf T}}{\sqrt{d}}\right) V$$
  //
  // Several heads do that side by side, each with its own part of the C features.
  //
  // source: Chapters/Chapter7/Blocks/Attention.swift
  //
  // The other branch is two linear layers, for each position alone, with a GELU between them, a smooth
  // ReLU. In the place of batch norms are layer norms: each position is brought to mean 0 and deviation 1
  // over its own features, so neither the batch nor running statistics matter.
  //
  // source: Chapters/Chapter7/Blocks/TransformerBlock.swift

  var random = Random(seed: extent.seeds[0])
  drawings.draw(
    Half.row(32, heads: 4, .preNorm, using: &random), input: [1, 16, 32], .block, as: "pre-norm",
    caption: "The two halves of a block, with a norm before each branch")
  drawings.draw(
    Half.row(32, heads: 4, .postNorm, using: &random), input: [1, 16, 32], .block, as: "post-norm",
    caption: "The same with a norm behind each sum")

  // In 2017 a norm stood behind each sum: post-norm. Since GPT-2 it stands at the beginning of each branch:
  // pre-norm. It is the question of chapter 5, and the paper that asked it (Xiong et al. 2020) looked at
  // the gradient, too. We show nets of 6 to 48 such blocks sixteen pictures, before any training, and take
  // the gradient at each place of the main path and of the weights in each block.

  let trials = Experiment(NormModel.all(extent.depths), seeds: extent.seeds).measure {
    model, seed in
    var random = Random(seed: seed)
    let net = PatchTransformer(depth: model.depth, model.place, using: &random)
    let first = net.embed(extent.sixteen.images.on(Tape()))
    let places = net.blocks.reduce(into: [first]) { $0.append($1($0.last!)) }
    let loss = crossEntropy(net.classify(places.last!), extent.sixteen.labels)
    return NormGradient(of: net, at: places, loss)
  }
  show(normTable(trials, extent.depths))
  figures.show(normChart(trials, extent.depths), as: "norm-gradient")
  figures.show(queryChart(trials, extent.depths.last!), as: "queries")
  checks.expectNormGradients(trials, extent.depths)

  // slide: Behind the sum, a norm keeps the last gradient large at any depth
  // show: figure norm-gradient
  // say: The gradient of the last block's weights before any training. With pre-norm it falls as the root of the depth, since the main
  //   path grows and the last norm divides by its size. With post-norm it does not fall. That is the theorem of Xiong et al.

  // The paper's theorem: the gradient of the last block's weights does not depend on the depth with
  // post-norm, and falls as $1 / \sqrt{L}$ with pre-norm. So it is here: eight times as many blocks leave
  // about half of it, and post-norm's stays where it was. The reason is the size of the main path. With
  // pre-norm every branch adds about as much, so the path grows as $\sqrt{L}$, and the last norm divides by
  // it.
  //
  // What did not come out: that with post-norm the gradient falls from the last block to the first. In the
  // paper's figure it does; in our small nets it rises, if less than with pre-norm.
  //
  // And one thing more, in the second figure. With post-norm the queries of the deep blocks get next to no
  // gradient. Attention averages the positions, and a norm behind each sum leaves the average a large share
  // of what goes on; after 24 blocks the patches differ by about 0.3 % of their size, after 48 by a few
  // millionths. Then it does not matter where one looks. This is known as rank collapse (Dong et al. 2021,
  // Noci et al. 2022). With pre-norm each patch keeps what it brought.

  // slide: With post-norm, deep blocks no longer tell the patches apart
  // show: figure queries
  // say: The gradient of the queries in each block. Attention is an average; a norm behind each sum lets it win. After some twenty blocks
  //   all patches are nearly equal, and it no longer matters where one looks. With pre-norm each patch keeps what it brought.
}
