// # Chapter 6. Why it works
//
// The chapters so far show that a residual net learns where a plain one does not. Why? Since 2016 a handful of
// papers have looked into such nets and into their gradients. What they found takes a picture or a table each, and on
// a small net most of it can be measured in seconds. So we repeat it: first on blocks that have learned nothing,
// then on a trained net that is taken apart, and at last on gradients alone.

import Autograd
import Chapter6Net
import Datasets
import Layers
import Notebook
import Optimizers
import Training

let options = ChapterOptions.parse(about, ending)
let log = options.openLog()
var checks = Checks()
let drawings = Figures(options)
let several = (0..<(options.quick ? 2 : 5)).map { options.seed &+ UInt64($0) }

// ## Norms make branches small
//
// part: Chapters/Chapter6/Parts/SmallBranches.swift

smallBranches(seeds: several, drawings, &checks)

// ### Identity at the start
//
// part: Chapters/Chapter6/Parts/IdentityAtTheStart.swift

identityAtTheStart(seed: options.seed, &checks)

// ## A net to take apart
//
// What does that mean for a net that has learned? We take the narrow net of chapters 1 and 5: a convolution, two
// stages of blocks of two convolutions each, and a linear layer. But each block lets its branch and its shortcut
// be called by themselves, and the net lets us say what a block does, in which order the blocks come, and where
// the classifier is read.
//
// source: Chapters/Chapter6/Net/StackedNet.swift

heading(
  "A net to take apart",
  "But each block lets its branch and its shortcut be called by themselves, and the net lets us say what "
    + "a block does, in which order the blocks come, and where the classifier is read.")
let extent = Extent(options, of: options.loadDataset(usual: .fashionMNIST))
let data = extent.data
let figures = Figures(options, of: data, usual: .fashionMNIST)
drawings.draw(
  NetModel(depth: 14).net(seed: options.seed), input: [1, 1, 28, 28], .block, as: "blocks",
  caption: "The blocks of the net: within a stage, and at the beginning of the second")

// Two such nets are trained: a residual one of 54 layers, which has 26 blocks, and a plain one of 22, which has
// ten. (A plain one of 54 learns far more slowly, as chapter 1 showed.) After each epoch all norms get
// fresh statistics, as in chapter 5, so that what we measure is the net.

var nets: [TrainedNet] = []
let test = extent.batches(data.test)
let known = extent.batches(data.training.prefix(2_000))

func train(_ model: NetModel, seed: UInt64, _ run: TrainingRun) -> Trained {
  let net = model.net(seed: seed)
  let optimizer = SGD(net.parameters, learningRate: 0.1, momentum: 0.9)
  for epoch in run.epochs {
    let order = Random(seed: seed &+ UInt64(epoch) << 32)
    let batches = extent.batches(data.training, of: extent.configuration.batchSize, order)
    for batch in run.batches(batches) {
      let scores = net(batch.images.on(Tape()))
      let loss = crossEntropy(scores, batch.labels)
      optimizer.step(loss.backward())
      run.record(loss, scores, batch.labels)
    }
    refreshStatistics(of: net, from: known)
    run.endEpoch(evaluate { net($0) })
  }
  nets.append(TrainedNet(model: model, seed: seed, net: net))
  return Trained(run)
}

func evaluate(_ net: (Tensor) -> Tensor) -> Score {
  var score = Score()
  for batch in test {
    score.correct += zip(net(batch.images).argMax(), batch.labels).count { $0 == $1 }
    score.count += batch.labels.count
  }
  return score
}

// By default this run trains both from one seed; what three seeds gave in a run with `--full` is recorded in
// `full.jsonl`, and stands beside it.

let models = [extent.residual, extent.plain]
let trained = Experiment(models, seeds: extent.seeds)
  .train(extent.configuration, log: log, as: "trained", train)
endIfInterrupted()
let study = Study(
  nets: nets, residual: extent.residual, plain: extent.plain, trained: trained,
  recorded: options.full ? Recorded() : .full,
  isMeasured: extent.configuration.bounds(among: Thresholds.isMeasured) ?? false, log: log,
  figures: figures, sixteen: extent.sixteen, hundred: extent.hundred,
  error: { 1 - evaluate($0).accuracy })
study.recorded.record?.show()
show(trainedTable(trained, study))
study.expect(trained, study.recorded.trained, &checks) { $0.expectTrained($1) }

// ## Lesions
//
// part: Chapters/Chapter6/Parts/Lesions.swift

lesions(study, &checks)

// ### Reordered
//
// part: Chapters/Chapter6/Parts/Reordered.swift

reordered(study, &checks)

// ## Paths
//
// part: Chapters/Chapter6/Parts/Paths.swift

paths(study, &checks)

// ## Making up its mind
//
// part: Chapters/Chapter6/Parts/MakingUpItsMind.swift

makingUpItsMind(study, &checks)

// ## Branches that begin at zero
//
// Zero-γ and SkipInit make a net begin as if it had no blocks. Is it then easier to train? The same net, by the
// same loop, once with each; in this run for one epoch, in the recorded one for three.

heading(
  "Branches that begin at zero",
  "Zero-γ and SkipInit make a net begin as if it had no blocks.")
let (starting, configuration) = extent.starts(isFull: options.full)
let starts = Experiment(starting, seeds: extent.seeds)
  .train(configuration, log: log, as: "trained", train)
endIfInterrupted()
show(startTable(trained + starts, study))
study.expect(trained + starts, study.recorded.trained, &checks) { $0.expectStarts($1) }

// Not with this budget. With zero-γ more test pictures are predicted wrongly in each of the three epochs: the branches
// have to grow first. Goyal et al. trained ResNet-50 on ImageNet for many more epochs and had a top-1 error of 23.60
// instead of 23.84 %, which is less than our seeds differ by. Zero-γ is a start, not a gain that a short run could show.
//
// SkipInit is a matter of luck here. From one recorded seed the net learns, and is worse than with norms; from another
// its loss falls at first, and then it guesses for good; from the third the loss becomes no number, and
// no picture is recognized. It begins as the identity, but nothing keeps it there: once the α have grown, a learning rate
// of 0.1 is too much for so many convolutions without norms. De and Smith, too, say that norms allow larger
// learning rates.

// ## Shattered gradients
//
// part: Chapters/Chapter6/Parts/ShatteredGradients.swift

shatteredGradients(seeds: several, drawings, &checks)

// ## Straight and bent
//
// part: Chapters/Chapter6/Parts/StraightAndBent.swift

straightAndBent(seeds: several, drawings, &checks)

// ## Together
//
// Each of these measurements says a part, and they fit together. Norms begin every branch as a small part of what
// it is added to, so at first a deep net is nearly a shallow one: its gradient comes along short paths, does not
// shatter, and does not grow exponentially. Training changes that only so far. Branches grow to about a third, the
// path of the gradient stays short, and the net becomes a row of small corrections, of which one can be missing.
//
// What it does not say: that this is why such a net generalizes, or that nothing else would do. Chapter 1 had a plain net that
// began to learn with He's first weights; and a lower loss is not yet a better net. One famous picture is not among
// these, the landscape of the loss (Li et al. 2018): at this size a first try showed little more than how far each net had been trained.

checks.finish(about, ending)
