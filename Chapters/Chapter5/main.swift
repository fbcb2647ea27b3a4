// # Chapter 5. Which comes first
//
// In the blocks so far a norm and a ReLU follow each convolution: conv-BN-ReLU. The pre-activation notebook,
// a Chinese MXNet notebook, puts them before it, BN-ReLU-conv, and ends with the remark that this is easier
// to train. The ten epochs it prints of both do not show that. Here its experiment runs from three seeds
// instead of one, and then experiments in which the order does matter.

import Autograd
import Chapter5Net
import Datasets
import Layers
import Notebook
import Optimizers
import Training

let options = ChapterOptions.parse(about, ending)
let log = options.openLog()
var checks = Checks()
var random = Random(seed: options.seed)

// ## Three blocks
//
// The first is the ResNet-18 notebook's. The others are pre-activation blocks, with norm and ReLU before
// each convolution: this notebook's, and that of He et al. 2016 ("Identity mappings", section 4.1).

heading("Three blocks", "What follows the sum matters: a ReLU, or nothing.")
let drawings = Figures(options)
let keeping = threeBlocks(channels: [64, 64, 64, 64], using: &random)
drawings.draw(keeping, input: [1, 64, 24, 24], .block, as: "blocks", caption: "The shape is kept")

// What follows the sum matters: a ReLU, or nothing. If the convolutions, with weights of zero, add nothing,
// the second and third block return what they are given, and the first only what of it is not negative.

let passed = threeBlocks(channels: [1, 1, 1, 1], using: &random).children.map { block in
  for parameter in block.layer.all(Conv2D.self).flatMap(\.parameters) {
    parameter.value = .zeros(parameter.value.shape)
  }
  return block.layer(Tensor([-2], shape: [1, 1, 1, 1])).scalar
}
show("−2 goes in, and out come", passed)
checks.expect("only with a ReLU behind the sum does −2 change", got: passed, [0, -2, -2])

// Where the shape changes, the two with the norm first differ. The notebook's shortcut is
// `conv3(relu(x))`, without a norm. In the paper shortcut and branch begin behind the same norm and ReLU.

let changing = threeBlocks(channels: [32, 64, 128, 256], stride: 2, using: &random)
drawings.draw(
  changing, input: [1, 32, 24, 24], .block, as: "changing-blocks", caption: "The shape changes")

// ## The net
//
// A stem like ResNet-18's, but with 32 channels; three stages of two blocks; a linear layer. The layers
// have their names in the notebook. Its text says 64 channels and four modules of blocks, as ResNet-18 has;
// its code has 32 and three, and so have the shapes it prints. Unlike the paper's net it has no norm and
// ReLU behind the last sum.

heading(
  "The net",
  "A stem like ResNet-18's, but with 32 channels; three stages of two blocks; a "
    + "linear layer.")
let net = ThreeStageResNet(.normFirst, using: &random)
show(shapeTable(net, shapes(of: net)))
checks.expectPublishedShapes(of: net)
checks.expect("the net has 697,866 parameters", got: net.parameterCount, 697_866)
let millions = Double(Survey(of: net, input: [1, 1, 96, 96]).multiplyAdds) / 1e6
checks.expect("millions of multiply-adds for 96 × 96", got: (10 * millions).rounded() / 10, 62.6)

// part: Chapters/Chapter5/Parts/LayerByLayer.swift

layerByLayer(net, &checks)

// ## Where weights begin
//
// The notebook says `Xavier()`, which in MXNet means: evenly within ± √(3 / f), where f is the average
// of fan-in and fan-out, the numbers of inputs of an output and of outputs of an input. That is the
// uniform initialization of Glorot and Bengio (2010). PyTorch's default is ± 1 / √(fan-in).

heading(
  "Where weights begin",
  "The notebook says `Xavier()`, which in MXNet means: evenly within ± √(3 / f), "
    + "where f is the average of fan-in and fan-out, the numbers of inputs of an output "
    + "and of outputs of an input.")
let bounds = InitialBounds(of: net)
show(bounds.table)
checks.expect(
  "every weight fills ± its bound", bounds.filled.allSatisfy { (0.97...1.000_001).contains($0) })

// ## Both orders, briefly
//
// Stochastic gradient descent with a learning rate of 0.1, no momentum, batches of 256, pictures of
// 96 × 96 with pixels from 0 to 1: all as in the notebook. A seed decides the first weights and the order of
// the pictures. By default this is one seed and a small part of the data; `--full` is three seeds and the
// notebook's ten epochs, and takes an hour and a half. The notebook calls `train_ch5` from its
// book's package; here are one epoch of it, and the evaluation.

func learn(_ batches: Batches, _ net: any Layer, _ optimizer: SGD, _ run: TrainingRun) {
  for batch in run.batches(batches) {
    let scores = net(batch.images.on(Tape()))
    let loss = crossEntropy(scores, batch.labels)
    optimizer.step(loss.backward())
    run.record(loss, scores, batch.labels)
  }
}

func evaluate(on batches: Batches, _ net: (Tensor) -> Tensor) -> Score {
  var score = Score()
  for batch in batches {
    score.correct += zip(net(batch.images).argMax(), batch.labels).count { $0 == $1 }
    score.count += batch.labels.count
  }
  return score
}

// After each epoch the net is evaluated with three kinds of statistics in its norms: the running ones, in
// evaluation mode; each test batch's own, in training mode, on a tape; and fresh ones, of which more below.

let extent = Extent(options, of: options.loadDataset(usual: .fashionMNIST))
let (data, batches) = (extent.data, extent.batches)
let figures = Figures(options, of: data, usual: .fashionMNIST)

func train(_ order: Order, seed: UInt64, _ run: TrainingRun) -> OrderResult {
  var random = Random(seed: seed)
  let net = ThreeStageResNet(order, using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.1)
  let (test, known) = (batches(data.test, nil), batches(data.training.prefix(extent.known), nil))
  var records: [EpochRecord] = []
  for epoch in run.epochs {
    let random = Random(seed: seed &+ UInt64(epoch) << 32)
    learn(batches(data.training, random), net, optimizer, run)
    run.endEpoch(evaluate(on: test) { net($0) })
    if run.history.wasStopped { break }
    let batch = keepingStatistics(of: net) { evaluate(on: test) { net($0.on(Tape())) } }
    let fresh = withFreshStatistics(of: net, from: known) { evaluate(on: test) { net($0) } }
    records.append(EpochRecord(order, seed: seed, run, batch: batch, fresh: fresh))
    orExit { try log?.append(["epoch": records.last!]) }
  }
  return OrderResult(losses: run.losses, epochs: records)
}

heading(
  "Both orders, briefly",
  "By default this is one seed and a small part of the data; `--full` is three "
    + "seeds and the notebook's ten epochs, and takes an hour and a half.")
show("learning from", data.training.count, "pictures, epochs:", extent.configuration.epochs)
let trials = Experiment(Order.allCases, seeds: extent.seeds).train(extent.configuration, train)
let epochs = trials.flatMap(\.result.epochs)
show(statisticsTable(FullRun(epochs: epochs)))
figures.show(lossChart(trials), as: "losses")
endIfInterrupted()
checks.expectBriefly(epochs, extent.configuration)

// part: Chapters/Chapter5/Parts/FirstBatches.swift

firstBatches(extent, seed: options.seed, &checks)

// ## Ten epochs, three seeds
//
// The log of one run with `--full` is recorded in `full.jsonl`; all that is shown of it says "recorded".

heading(
  "Ten epochs, three seeds",
  "The log of one run with `--full` is recorded in `full.jsonl`; all that is shown "
    + "of it says \"recorded\".")
let isFull = options.full && data.name == DatasetName.fashionMNIST.title
let ten = isFull && extent.configuration.epochs == 10 ? FullRun(epochs: epochs) : .recorded
ten.showRecord()
show(notebookTable(ten))
drawings.show(lossChart(ten), as: "ten-epochs")
checks.about(ten.record) { $0.expectTheNotebook(ten.epochs) }

// From the second epoch on the losses are within a few percent of the notebook's, from every seed. On the
// pictures they learn from, conv-BN-ReLU is ahead in all ten epochs, there and here. On the test pictures
// neither is: the two best accuracies in the notebook are both 0.917. So "easier to train" is not what
// these ten epochs show. At this depth the order is within the noise; if anything, the old one is easier.
// Accuracy on the training pictures says the same. (The seconds are of the notebook's graphics card; ours,
// of a processor and for 3,840 pictures instead of 60,000, stand in the first table above.)

show(trainingTable(ten))

// The notebook also remarks that the net has converged after its first epoch. Its own columns say otherwise, and
// so do ours: the last loss is less than a fifth of the first, and accuracy keeps rising.

checks.about(ten.record) { $0.expectNotConverged(ten.epochs) }

// ## What running statistics remember
//
// One column of that table is not like the notebook's: its test accuracies rise almost steadily, ours
// jump. The nets are as good; it is the evaluation that fails. In evaluation mode a norm takes mean and
// variance from its running statistics, an exponential moving average: a tenth of the latest batch and
// nine tenths of what was there. They lag behind by ten batches or so. At a learning rate of 0.1 the
// weights go far in ten batches, and each norm's small error changes the input of all norms behind it.
// Fresh statistics do not lag: they are means over 12,800 training pictures, of the net after the epoch.

heading(
  "What running statistics remember",
  "They lag behind by ten batches or so.")
show(statisticsTable(ten))
for order in Order.allCases {
  drawings.show(statisticsChart(ten, of: order), as: "statistics-\(order.rawValue)")
}
checks.about(ten.record) { $0.expectStatistics(ten.epochs) }

// With fresh statistics the jumps shrink to a third. For conv-BN-ReLU the accuracies become the notebook's;
// for BN-ReLU-conv they stay below it, by four points in the fifth epoch and by less than one in the end.
// It is not this engine: the same training in PyTorch, and the beginning of one in MXNet, a run each, jump as
// ours do. How the notebook came by its smooth columns we do not know.

show(frameworksTable(ten))
//
// What should one report? With the batch's own statistics a prediction depends on the other pictures in
// the batch, so nobody could use the net that way. A saved net is used with its running statistics, so
// their accuracy is true, but it says more about ten batches than about the net. To compare nets, report
// fresh statistics: they come from training pictures alone, and cost one pass. This chapter does so.

// ## A hundred blocks
//
// He et al. 2016 compare five orderings of the block (figure 4, table 2). Here they are in blocks of a narrow net,
// the one of chapter 1's last section, drawn from `Net/OrderedBlock.swift` as it runs:
//
// source: Chapters/Chapter5/Net/OrderedBlock.swift
//
// part: Chapters/Chapter5/Parts/HundredBlocks.swift

hundredBlocks(on: extent.sixteen, seeds: extent.pathSeeds, drawings, figures, &checks)

// ## Five orderings, trained
//
// Now they learn, from 10,000 pictures, with momentum. The paper trained for 64,000 batches; this is a
// start, and shows what learns quickly rather than what is best in the end.

let (narrow, narrowBatches) = (extent.narrowData, extent.narrowBatches)

func train(_ model: NarrowModel, seed: UInt64, _ run: TrainingRun) -> NarrowResult {
  var random = Random(seed: seed)
  let net = NarrowResNet(depth: model.depth, model.ordering, model.bypass, using: &random)
  let optimizer = SGD(net.parameters, learningRate: 0.1, momentum: 0.9)
  let known = narrowBatches(narrow.training.prefix(2_000), nil)
  let test = narrowBatches(narrow.test, nil)
  for epoch in run.epochs {
    let random = Random(seed: seed &+ UInt64(epoch) << 32)
    learn(narrowBatches(narrow.training, random), net, optimizer, run)
    let fresh = withFreshStatistics(of: net, from: known) { evaluate(on: test) { net($0) } }
    run.endEpoch(fresh)
  }
  let last = run.history.epochs.last!
  return NarrowResult(loss: last.loss, error: 1 - last.accuracy)
}

heading(
  "Five orderings, trained",
  "Now they learn, from 10,000 pictures, with momentum.")
let orderings = extent.depths.flatMap { NarrowModel.orderings(depth: $0) }.filter(extent.trains)
let ordered = Experiment(orderings, seeds: extent.narrowSeeds)
  .train(extent.narrowConfiguration, log: log, train)
show(trialTable(FullRun(trials: ordered), orderings, "ordering"))
endIfInterrupted()

// All five from three seeds, for three epochs, and at 110 layers too, as `--full` has it:

let deep = [54, 110].flatMap { NarrowModel.orderings(depth: $0) }
let shown = isFull ? FullRun(trials: ordered) : .recorded
shown.showRecord()
show(trialTable(shown, deep, "ordering"))
drawings.show(errorChart("Test pictures not recognized", shown, deep), as: "orderings")

// BN after addition is far worse, as the gradients led us to expect and as in the paper. ReLU before
// addition is as bad here: what its blocks add is never negative, so the features grow from block to block,
// to four times the others' at the end. (The paper, which begins with a lower rate, found it a little
// worse.) Of the other three, the two whose main path is the identity are ahead of the original at 54
// layers by little more than the seeds differ. At 110 these two learn as at 54, while the original, with a
// ReLU on its main path behind each block, falls behind. In the paper it is 6.71 and 6.37 against 6.61 %.

// ## What is on the shortcut
//
// Last, table 1 of the same paper. The block is the original; on its shortcut is nothing, or a factor of
// one half, or that on both, or a 1 × 1 convolution with its norm. Then again, three seeds and epochs.

heading(
  "What is on the shortcut",
  "Last, table 1 of the same paper.")
let bypasses = NarrowModel.bypasses(depth: extent.depths[0]).filter(extent.trains)
let bypassed = Experiment(Array(bypasses.dropFirst()), seeds: extent.narrowSeeds)
  .train(extent.narrowConfiguration, log: log, train)
let narrowTrials = ordered + bypassed
show(trialTable(FullRun(trials: narrowTrials), bypasses, "shortcut"))
endIfInterrupted()
let errors = extent.narrowConfiguration.bounds(among: NarrowThresholds.errors) ?? []
checks.expect(errors, of: narrowTrials, \.error)
if !isFull {
  show(trialTable(shown, NarrowModel.bypasses(depth: 54), "shortcut"))
  checks.about(shown.record) { $0.expect(NarrowThresholds.afterThree, of: shown.trials, \.error) }
}

// part: Chapters/Chapter5/Parts/Projections.swift

projections(on: extent.sixteen, seeds: extent.pathSeeds, figures, &checks)

// This is how many of the claims above held.

checks.finish(about, ending)
