// # Chapter 7. What became of the shortcut
//
// The sum of 2015, $y = x + F(x)$, is in nearly every large net of today. What stands in the branch was
// changed again and again, and how it is trained; then the sum itself: it was replaced by putting channels
// side by side, it moved into language models, its path was divided into several, and at last it became a
// choice among all that was computed before. Here are these blocks, small, with what their papers measured
// and what can be measured in two minutes.

import Autograd
import Chapter3Blocks
import Chapter7Blocks
import Datasets
import Layers
import Notebook
import Optimizers
import Training

let options = ChapterOptions.parse(about, ending)
var checks = Checks()
var random = Random(seed: options.seed)
let drawings = Figures(options)

// ## What was changed
//
// Seven papers that kept the sum, each with a number of its own. Fixup and ReZero change how a branch
// begins: small, or multiplied by zero. Stochastic depth and "ResNet strikes back" change only the
// training. ConvNeXt changes the training first, and then the branch, step by step.

heading("What was changed", "Seven papers that kept the sum, each with a number of its own.")
show(Published.table)

// What to notice: the sum is in all seven. And the net of 2015 itself, trained with what was known in 2021,
// gains 4.3 points, more than most new blocks gave. So a comparison of two blocks says little unless both
// were trained alike.

// ## Many branches, and a factor for each channel
//
// ResNeXt divides the branch into many narrow ones side by side; their number is called the cardinality.
// They are computed together, by a convolution in groups: its channels are divided into equal parts, and
// each output reads only the part with its number. So a 3 × 3 convolution of 64 channels in 16 groups has a
// sixteenth of the weights, and what that saves is spent on more channels.
//
// source: Chapters/Chapter7/Blocks/ResNeXtBlock.swift
//
// Squeeze-and-excitation leaves the branch as it is and multiplies each of its channels by a factor.
// Squeeze: the mean of each channel over all pixels. Excitation: two linear layers and a sigmoid make of
// these means a factor between 0 and 1 for each channel. So a channel may count more in one picture than in
// another.
//
// source: Chapters/Chapter7/Blocks/SqueezeExcitationBlock.swift
//
// Beside the block of 2015, with about as many parameters and multiply-adds:

heading(
  "Many branches, and a factor for each channel",
  "ResNeXt divides the branch into many narrow ones side by side; their number is called the cardinality."
)
let blocks = Kind.allCases.map { ($0.rawValue, $0.block(16, 16, using: &random)) }
let row = Sequential(named: blocks)
drawings.draw(row, input: [1, 16, 14, 14], .block, as: "blocks", caption: "Three branches")
show(budgetTable(using: &random))
checks.expectEqualBudgets(using: &random)

// ## Trained beside each other
//
// Four blocks of each kind in a net, two of 16 channels and two of 32 at half the size. They learn from
// 1,920 pictures of Fashion-MNIST, twice, from three seeds, with the same optimizer: SGD with a rate of
// 0.05 and a momentum of 0.9. They are compared with fresh statistics in their norms, for the reasons of
// chapter 5.

func learn(_ batches: Batches, _ net: any Layer, _ optimizer: SGD, _ run: TrainingRun) {
  for batch in run.batches(batches) {
    let scores = net(batch.images.on(Tape()))
    let loss = crossEntropy(scores, batch.labels)
    optimizer.step(loss.backward())
    run.record(loss, scores, batch.labels)
  }
}

func evaluate(_ net: any Layer, on batches: Batches) -> Score {
  var score = Score()
  for batch in batches {
    score.correct += zip(net(batch.images).argMax(), batch.labels).count { $0 == $1 }
    score.count += batch.labels.count
  }
  return score
}

heading(
  "Trained beside each other",
  "They are compared with fresh statistics in their norms, for the reasons of chapter 5.")
let extent = Extent(options, of: options.loadDataset(usual: .fashionMNIST))
let figures = Figures(options, of: extent.data, usual: .fashionMNIST)

func train(_ kind: Kind, seed: UInt64, _ run: TrainingRun) -> Learned {
  var random = Random(seed: seed)
  let net = kind.net(using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.05, momentum: 0.9)
  let (data, size) = (extent.data, extent.configuration.batchSize)
  for epoch in run.epochs {
    let order = Random(seed: seed &+ UInt64(epoch) << 32)
    learn(extent.batches(data.training, of: size, order), net, optimizer, run)
    let (known, test) = (data.training.prefix(640), extent.batches(data.test, of: 100))
    run.endEpoch(
      withFreshStatistics(of: net, from: extent.batches(known, of: 64)) {
        evaluate(net, on: test)
      })
  }
  return Learned(run.history.epochs.last!)
}

let trained = Experiment(Kind.allCases, seeds: extent.seeds).train(extent.configuration, train)
endIfInterrupted()
show(kindTable(trained))
figures.show(kindChart(trained), as: "kinds")
checks.expectKinds(trained, extent.configuration)

// ResNeXt and the block of 2015 are apart by less than their seeds: noise. Squeeze-and-excitation is
// behind, by about three points on the mean. Its factors begin near a half, so its branches begin smaller;
// that may be why it starts later. This is the beginning of a training, of 60 batches. The papers gained
// 1.7 and 1.5 points on ImageNet, after weeks; to see one point here would take dozens of seeds. So what
// does not reproduce at this size is that the new blocks are better. What does: they cost the same, and
// they learn.

// ## Concatenated, not added
//
// part: Chapters/Chapter7/Parts/Concatenated.swift

concatenated(seeds: extent.seeds, drawings, figures, &checks)

// ## A net in the shape of a U
//
// part: Chapters/Chapter7/Parts/UShape.swift

uShape(extent, drawings, figures, &checks)

// ## A shortcut around attention
//
// part: Chapters/Chapter7/Parts/Transformers.swift

transformers(extent, drawings, figures, &checks)

// ## Without a warm-up
//
// part: Chapters/Chapter7/Parts/WarmUp.swift

warmUp(extent, figures, &checks)

// ## Several streams
//
// part: Chapters/Chapter7/Parts/Streams.swift

streams(extent, drawings, figures, &checks)

// ## A choice in the place of a sum
//
// part: Chapters/Chapter7/Parts/Dilution.swift

dilution(extent, figures, &checks)

// ## Did it hold?
//
// This is how many of the claims above held.

heading("Did it hold?", "This is how many of the claims above held.")
checks.finish(about, ending)
