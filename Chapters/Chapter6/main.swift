// # Chapter 6. Why it works
//
// The chapters so far show that a residual net learns where a plain one does not. Why? Since 2016 a handful of
// papers have looked into trained nets and into gradients. What they found takes pictures and tables; on a small
// net most of it can be measured in seconds, and here it is.

import Autograd
import Chapter6Net
import Datasets
import Layers
import Notebook
import Optimizers
import Training

let options = ChapterOptions.parse(about)
let log = options.openLog()
var checks = Checks()

// ## A net to take apart
//
// It is the narrow net of chapters 1 and 5: a convolution, two stages of blocks of two convolutions, and a linear
// layer. But each block lets its branch and its shortcut be called by themselves, and the net lets us say what
// a block does, in which order the blocks come, and where the classifier is read.
//
// source: Chapters/Chapter6/Net/StackedNet.swift

heading(
  "A net to take apart",
  "But each block lets its branch and its shortcut be called by themselves, and the net lets us say what "
    + "a block does, in which order the blocks come, and where the classifier is read.")
let extent = Extent(options, of: options.loadDataset(usual: .fashionMNIST))
let data = extent.data
let figures = Figures(options, of: data, usual: .fashionMNIST)
let drawings = Figures(options)

// Two of them are trained: a residual one of 54 layers, which has 26 blocks, and a plain one of 22, which has
// ten. A plain one of 54 would hardly have learned anything by then, as chapter 1 showed. After each epoch
// all norms get fresh statistics, as in chapter 5, so that what we measure is the net.

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

let models = [extent.residual, extent.plain]
let trained = Experiment(models, seeds: extent.seeds)
  .train(extent.configuration, log: log, as: "trained", train)
endIfInterrupted()
let study = Study(
  nets: nets, residual: extent.residual, plain: extent.plain, recorded: Recorded(),
  isMeasured: false, log: log, figures: figures, sixteen: extent.sixteen, hundred: extent.hundred,
  error: { 1 - evaluate($0).accuracy })
show(trainedTable(trained, study))

// ## Lesions
//
// part: Chapters/Chapter6/Parts/Lesions.swift

lesions(study, seed: options.seed, &checks)

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

// ## Shattered gradients
//
// part: Chapters/Chapter6/Parts/ShatteredGradients.swift

shatteredGradients(seeds: extent.initialSeeds, drawings, &checks)

// ## Norms make branches small
//
// part: Chapters/Chapter6/Parts/SmallBranches.swift

smallBranches(seeds: extent.initialSeeds, drawings, &checks)

// part: Chapters/Chapter6/Parts/IdentityAtTheStart.swift

identityAtTheStart(seed: options.seed, &checks)

// Do they train? The narrow net with each of them, by the same loop.

let (starting, oneEpoch) = extent.starts(isFull: options.full)
let starts = Experiment(starting, seeds: extent.seeds)
  .train(oneEpoch, log: log, as: "trained", train)
endIfInterrupted()
show(startTable(trained + starts, study))

// ## Straight and bent
//
// part: Chapters/Chapter6/Parts/StraightAndBent.swift

straightAndBent(seeds: extent.initialSeeds, drawings, &checks)

checks.finish(about)
