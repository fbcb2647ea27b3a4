import Autograd
import Chapter7Blocks
import Layers
import Notebook

/// Hyper-connections and mHC: several streams, mixed freely or by doubly stochastic matrices.
func streams(_ extent: Extent, _ drawings: Figures, _ figures: Figures, _ checks: inout Checks) {
  heading(
    "Several streams", "Hyper-connections keep several copies of the main path, called streams.")

  // Hyper-connections keep several copies of the main path, called streams. A branch reads a weighted sum
  // of them and writes its result to each with a weight of its own; and where the shortcut was, a mixing
  // matrix H makes of the streams new ones. All these weights are learned. With one stream, and ones for
  // weights, it is x + F(x).
  //
  // source: Chapters/Chapter7/Blocks/HyperConnection.swift

  var random = Random(seed: extent.seeds[0])
  let connection = HyperConnection(
    streams: 4, .free, deviation: 0.3,
    PreNormBranch(32, isAttention: false, using: &random), using: &random)
  drawings.draw(
    connection, input: [4, 1, 16, 32], .nested, as: "streams",
    caption: "Four streams beside a branch")

  // ### What matrices do
  //
  // The shortcut passed on what it was given. A product of 60 matrices need not. How much a product
  // enlarges is measured by its gain, as in the paper on mHC: the largest sum of absolute values in a row.
  // The largest number in the streams cannot grow by more than that. We take four streams and H = I + G,
  // with normally distributed numbers of deviation 0.3 in G, and multiply 10, 30 and 60 of them.
  //
  // mHC (manifold-constrained hyper-connections) makes H doubly stochastic: no number is negative, and each
  // row and each column adds up to 1. Such a matrix only averages. One makes it from any matrix by
  // Sinkhorn's algorithm: take exponentials, then divide rows and columns by their sums in turn.
  //
  // source: Chapters/Chapter7/Blocks/Sinkhorn.swift

  func gains(_ mixing: HyperConnection.Mixing, seed: UInt64) -> [Double] {
    var random = Random(seed: seed)
    var product = Tensor.identity(4)
    return (1...60).map { _ in
      let scores = Tensor.identity(4) + .normal([4, 4], deviation: 0.3, using: &random)
      product = matMul(mixing == .free ? scores : sinkhorn(scores), product)
      return gain(of: product)
    }
  }
  let seeds = (0..<UInt64(extent.products)).map { extent.seeds[0] &+ $0 }
  let products = Experiment([.free, .doublyStochastic], seeds: seeds)
    .measure { model, seed in gains(model, seed: seed) }
  show(gainTable(products))
  figures.show(gainChart(products), as: "gains")
  checks.expectGains(products)

  // slide: Sixty free mixtures enlarge hundreds of times, doubly stochastic ones not at all
  // number: ten = mixed freely + 10 | median
  // number: sixty = mixed freely + 60 | median
  // show: figure gains
  // say: Four streams, the identity plus numbers of deviation 0.3. After ten layers the median gain is {ten}, after sixty {sixty}. Rows and
  //   columns that add up to 1 stay so in every product: the gain is 1 at any depth.

  // A hundred seeds, since a product of random matrices scatters widely: half of the gains lie between the
  // quartiles. A first study of this setting had medians of 8.7, 52 and 606, which is within them. The
  // growth is exponential: free mixing is the product of many factors again that the shortcut was to do
  // away with. DeepSeek's paper found gains up to 3,000 in a model of 27 billion parameters, and about 1.6
  // with doubly stochastic matrices.
  //
  // What a doubly stochastic matrix keeps is the mean of the streams, since its columns add up to 1: that
  // is the identity on one path, in the middle of all. What it does not keep are the differences. Each
  // averaging shrinks them, so that after some layers the streams would be the same if no branch wrote
  // different things to them.

  // ### In a net
  //
  // A Transformer of 30 blocks, 60 branches, before any training, with four streams: not mixed, mixed
  // freely, doubly stochastic. How large the features become, and how the gradient comes back, from the end
  // to the start.

  let nets = Experiment(HyperConnection.Mixing.allCases, seeds: extent.seeds).measure {
    mixing, seed in
    var random = Random(seed: seed)
    let net = StreamTransformer(depth: extent.streamDepth, mixing, using: &random)
    let first = net.begin(extent.sixteen.images.on(Tape()))
    let places = net.connections.reduce(into: [first]) { $0.append($1($0.last!)) }
    let loss = crossEntropy(net.classify(places.last!), extent.sixteen.labels)
    return StreamGradient(at: places, loss)
  }
  show(streamTable(nets))
  figures.show(streamChart(nets), as: "stream-gradient")
  checks.expectStreams(nets)

  // Mixed freely, features and gradient grow tens to thousands of times, from one seed more than from
  // another. Mixed by doubly stochastic matrices, they do what they do with streams that are not mixed at
  // all. Here even the gradient is the same, since the branches read the mean of the streams, and such
  // matrices keep it. The streams stay together: they differ by a few percent of their size.
}
