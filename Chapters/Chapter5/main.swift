// # Chapter 5. Which comes first
//
// In the blocks so far a norm and a relu follow each convolution: conv-BN-ReLU. Document 003 puts them
// before it, BN-ReLU-conv, and ends with the remark that this is easier to train. The ten epochs it
// prints of both do not show that. This chapter runs its experiment, from three seeds instead of one,
// and then those in which the order does matter.

import Autograd
import Chapter3Blocks
import Chapter5Net
import Datasets
import Foundation
import Layers
import Notebook
import Plots

let options = ChapterOptions.parse(
  chapter: 5, abstract: "BN-ReLU-conv against conv-BN-ReLU: what the order in a block does.",
  epochs: 2, batchSize: 256, dataset: .fashionMNIST)
let log = orExit { try options.log.map { try JSONLines($0) } }
var checks = Checks()
var random = Random(seed: options.seed)

// ## Three blocks
//
// The first is the one of document 001, the second that of document 003, the third that of He et al.
// 2016 ("Identity mappings in deep residual networks", section 4.1). `../Chapter3/Blocks` has them all.

heading("Three blocks")
let drawings = Figures(options)
let keeping = Sequential(named: [
  ("conv-BN-ReLU", Residual(64, 64, using: &random)),
  ("BN-ReLU-conv", PreactivationResidual(64, 64, using: &random)),
  ("He 2016", SharedPreactivation(64, 64, using: &random)),
])
drawings.draw(keeping, input: [1, 64, 24, 24], .block, as: "blocks", caption: "The shape is kept")

// What matters is what follows the sum: a relu, or nothing. If the convolutions add nothing, which we
// see to by giving them weights of zero, then a number that goes into the second or third block comes
// out as it was. The first lets it through only if it is not negative.

let number = Tensor([-2], shape: [1, 1, 1, 1])
func passed(_ block: any Layer) -> Float {
  for parameter in block.all(Conv2D.self).flatMap(\.parameters) {
    parameter.value = .zeros(parameter.value.shape)
  }
  return block(number).scalar
}
let (post, pre) = (Residual(1, 1, using: &random), PreactivationResidual(1, 1, using: &random))
let shared = SharedPreactivation(1, 1, using: &random)
show("−2 goes in, and out come", passed(post), passed(pre), passed(shared))
checks.expect(
  "without its own relu a block passes on what it is given",
  passed(pre) == -2 && passed(shared) == -2)
checks.expect("with it, only what is not negative", got: passed(post), 0)

// Where the shape changes, the two with the norm first are not the same. The document's shortcut is
// `conv3(relu(x))`, and never meets a norm. In the paper both roads begin behind the same norm and relu.

let changing = Sequential(named: [
  ("conv-BN-ReLU", Residual(32, 64, stride: 2, using: &random)),
  ("BN-ReLU-conv", PreactivationResidual(64, 128, stride: 2, using: &random)),
  ("He 2016", SharedPreactivation(128, 256, stride: 2, using: &random)),
])
drawings.draw(
  changing, input: [1, 32, 24, 24], .block, as: "changing-blocks", caption: "The shape changes")
let small = PreactivationResidual(1, 3, using: &random)
checks.expect(
  "the document's own check: one channel becomes three",
  got: small(.uniform([1, 1, 96, 96], using: &random)).shape, [1, 3, 96, 96])

// ## The net
//
// A stem like ResNet-18's, but with 32 channels; three stages of two blocks; a linear layer. The layers
// have the names that MXNet gave them in the document. Its third, the relu of the stem, is here done by
// the second in the same pass. One thing of the paper's net it lacks: nothing normalizes the last sum
// before it is classified.

heading("The net")
let net = ThreeStageResNet(.normFirst, using: &random)
var x = Tensor.zeros([1, 1, 224, 224])
var shapes: [String: [Int]] = [:]
for (name, layer) in net.children {
  x = layer(x)
  shapes[name] = x.shape
}
shapes["relu0"] = shapes["batchnorm4"]
var rows = Table("", "layer", "document", "here", "parameters")
for (i, (name, shape)) in Document.shapes.enumerated() {
  let layer = net.children.first { $0.name == name }?.layer
  rows.add(
    i + 1, name, shape, shapes[name]!, layer.map { "\($0.parameterCount)" } ?? "in batchnorm4")
}
show(rows)
let survey = Survey(of: net, input: [1, 1, 96, 96])
show("parameters:", net.parameterCount)
show("multiply-adds for one image of 96 × 96:", survey.multiplyAdds)
checks.expect(
  "every shape is the document's", Document.shapes.allSatisfy { shapes[$0.name] == $0.shape })
checks.expect("the net has 697,866 parameters", got: net.parameterCount, 697_866)
checks.expect(
  "and 62.6 million multiply-adds", got: (Double(survey.multiplyAdds) / 1e5).rounded(), 626)

// ## Where weights begin
//
// The document says `Xavier()`, which in MXNet means: evenly within ± √(3 / f), where f is the average
// of how many numbers each output is summed from and how many outputs each input goes into. That is the
// uniform start of Glorot and Bengio (2010). PyTorch's, without a word said, is ± 1 / √(fan in).

heading("Where weights begin")
var starts = Table("weight", "bound in MXNet", "largest here", "bound in PyTorch")
var filled: [Double] = []
for weight in net.all(Conv2D.self).map(\.weight.value) {
  let window = weight.shape[2] * weight.shape[3]
  let (fanIn, fanOut) = (Double(weight.shape[1] * window), Double(weight.shape[0] * window))
  let bound = (3 / ((fanIn + fanOut) / 2)).squareRoot()
  let largest = Double(weight.scalars.map(abs).max()!)
  filled.append(largest / bound)
  starts.add(weight.shape, bound, largest, 1 / fanIn.squareRoot())
}
show(starts)
checks.expect(
  "every weight fills ± its bound", filled.allSatisfy { (0.97...1.000_001).contains($0) })

// ## Both orders, briefly
//
// Stochastic gradient descent with a learning rate of 0.1, batches of 256, pictures of 96 × 96 with
// pixels from 0 to 1: all as in the document. Each order learns from three seeds, which decide the first
// weights and the order of the pictures. In the figure the line is the mean of the three, and the band
// reaches from the least to the greatest. By default this is a small part of the data; `--full` is the
// document's ten epochs, and takes an hour and a half.

let data = options.loadDataset(usual: .fashionMNIST)
let figures = Figures(options, of: data, usual: .fashionMNIST)
let extent = Extent(options, of: data)
Interrupt.watch()
heading("Both orders, briefly")
show("learning from", extent.course.training.count, "pictures, epochs:", extent.course.epochs)
let runs = extent.course.race(seeds: extent.seeds, log: log)
let epochs = runs.flatMap(\.epochs)
show(statisticsTable(epochs))
figures.show(lossChart(runs), as: "losses")
endIfInterrupted()
checks.expectBriefly(epochs, of: extent.course, on: data)

// conv-BN-ReLU starts well. The loss of BN-ReLU-conv first leaps up, and the net spends its first batches
// on coming down. Here is where the document's net is not the paper's: what its last layer classifies is a
// sum that no norm has touched. The paper ends with one more norm and relu. So we make the net once
// without them and once with them:

var beginnings = Table(
  "BN-ReLU-conv", "loss of the first batch", "the greatest of ten", "of the tenth")
var greatest: [Double] = []
for endsWithNorm in [false, true] {
  var random = Random(seed: options.seed)
  let net = ThreeStageResNet(.normFirst, endsWithNorm: endsWithNorm, using: &random)
  let losses = extent.course.firstLosses(of: net, batches: 10, seed: options.seed)
  greatest.append(losses.max()!)
  beginnings.add(
    endsWithNorm ? "with a last norm" : "as in the document", losses[0], greatest.last!,
    losses.last!)
}
show(beginnings)
checks.expectLeap(greatest, of: extent.course, on: data)

// ## Ten epochs, three seeds
//
// What `--full` gave once is kept beside this file, in `full.jsonl`, a line for each epoch, and shown
// here. A run with `--full` shows its own.

heading("Ten epochs, three seeds")
let runsTheDocument =
  options.full && data.name == DatasetName.fashionMNIST.title && extent.course.epochs == 10
let ten = runsTheDocument ? epochs : Recorded.kept.epochs
show(documentTable(ten))
drawings.show(lossChart(ten), as: "ten-epochs")
checks.expectTheDocument(ten)

// From the second epoch on the losses are the document's, to within a few hundredths of themselves, from
// every seed. In its first, BN-ReLU-conv pays for its leap, more or less as the seed has it. On the
// pictures they learn from conv-BN-ReLU is ahead in all ten epochs, there and here. On the test pictures
// neither is: the two best accuracies in the document are both 0.917. So "easier to train" is not what
// these ten epochs show. At this depth the order is within the noise, and if anything the old one is the
// easier.

// ## What running statistics remember
//
// One column of that table is not like the document's: its test accuracies rise almost steadily, ours
// jump. The nets are as good; it is the examination that fails. A norm that is used takes mean and
// variance from its running statistics, a tenth of the latest batch and nine tenths of what was there.
// They lag behind by ten batches or so. At a learning rate of 0.1 the weights go far in ten batches, and
// each norm in the net is wrong a little about what the norms before it, wrong a little, pass on.
//
// So each net is examined in three ways: with the running statistics, with each test batch's own, and
// with statistics estimated afresh, by showing the finished net 12,800 training pictures and taking the
// mean over all batches.

heading("What running statistics remember")
show(statisticsTable(ten))
for order in Order.allCases {
  drawings.show(statisticsChart(ten, of: order), as: "statistics-\(order)")
}
checks.expectStatistics(ten)

// With fresh statistics the jumps shrink to a third. For conv-BN-ReLU the accuracies become the document's;
// for BN-ReLU-conv they stay below it, by four points in the fifth epoch and by less than one in the end.
// What is left of the jumps is the net's own: at this rate one epoch's weights are better than the next
// one's. In PyTorch 2.15 the same training gives, with running statistics, .674 .612 .817 .890 .843 .698
// .839 .882 .884 .890 for BN-ReLU-conv, and MXNet 1.9.1 begins with .444 .822 .859 .674: it is not this
// engine. How the document came by its smooth columns we do not know.
//
// What should one report? With the batch's own statistics what a picture is taken for depends on the
// pictures beside it, so nobody could use the net that way. The running statistics are what a saved net
// is used with, so their accuracy is true, but it says more about ten batches than about the net. To
// compare nets, report fresh statistics: they come from training pictures alone, cost one pass, and treat
// each picture by itself. That is what the rest of this chapter does.

// ## A hundred blocks
//
// He et al. 2016 compare five orderings (figure 4, table 2). Here they are in blocks of a narrow net, the
// one of chapter 1's last section, drawn from `Net/OrderedBlock.swift` as it runs:
//
// source: Chapters/Chapter5/Net/OrderedBlock.swift

heading("A hundred blocks")
let five = Sequential(
  named: Ordering.allCases.map { ($0.title, OrderedBlock(8, 8, $0, using: &random)) })
drawings.draw(
  five, input: [1, 8, 14, 14], .block, as: "five-blocks", caption: "The five orderings")

// Of each we make a net of a hundred blocks, 202 layers, show it sixteen pictures before it has learned
// anything, and ask how long the gradient of the loss is at each place of its trunk.

let sixteen = extent.trials.batches(of: data.training.prefix(16)).first { _ in true }!
let gradients = extent.seeds.flatMap { seed in
  Ordering.allCases.map { TrunkGradient(of: $0, depth: 202, seed: seed, on: sixteen) }
}
show(trunkTable(gradients))
figures.show(trunkChart(gradients), as: "trunk")
checks.expectShares(gradients)

// With a norm behind each sum the gradient grows by the same factor from block to block on its way back,
// a millionfold in all. Each norm divides what went around by the deviation of the sum, so nothing
// passes a hundred blocks as it was: the shortcuts are no shortcuts any more. In the other four the
// gradient grows a hundredfold, most of it in the first few blocks: there the trunk is small, and each
// block still changes it much.

// ## Five orderings, trained
//
// Now they learn, from 10,000 pictures, with momentum, and are examined with fresh statistics. The paper
// trained for 64,000 batches; this is a start, and shows what learns quickly rather than what is best in
// the end.

heading("Five orderings, trained")
let orderings = extent.depths.flatMap { Contestant.orderings(depth: $0) }
let ordered = extent.trials.race(orderings, seeds: extent.trialSeeds, log: log)
show(trialTable(ordered, orderings, "ordering"))
endIfInterrupted()

// From three seeds, for three epochs, and at 110 layers too, as `--full` has it:

let runsTheTrials = options.full && data.name == DatasetName.fashionMNIST.title
let kept = Recorded.kept.trials
let deep = [54, 110].flatMap { Contestant.orderings(depth: $0) }
show(trialTable(runsTheTrials ? ordered : kept, deep, "ordering"))
drawings.show(
  errorChart("Test pictures not recognized", runsTheTrials ? ordered : kept, deep), as: "orderings")

// BN after addition is far worse, as the gradients led us to expect and as in the paper. ReLU before
// addition is as bad here, at a rate of 0.1 its first losses are enormous: what its blocks add is never
// negative, so the trunk grows and grows, to four times the others' numbers at its end. (The paper, which
// begins with a lower rate, found it a little worse.) Of the other three, the two that leave the trunk
// alone are ahead of the original at 54 layers by little more than the seeds differ. At 110 they part:
// these two learn as at 54, while the original, which cuts the trunk off at zero behind each of its
// blocks, falls behind. In the paper, after 64,000 batches, it is 6.71 and 6.37 against 6.61 %.

// ## What sits on the shortcut
//
// Last, table 1 of the same paper. The block is the original; on its shortcut sits nothing, or a factor of
// one half, or that on both roads, or a 1 × 1 convolution with its norm, in every block.

heading("What sits on the shortcut")
let bypasses = Contestant.bypasses(depth: extent.depths[0])
let bypassed = extent.trials.race(Array(bypasses.dropFirst()), seeds: extent.trialSeeds, log: log)
let trials = ordered + bypassed
show(trialTable(trials, bypasses, "shortcut"))
endIfInterrupted()
checks.expect(trials, of: extent.trials, on: data)

// Again from three seeds, for three epochs:

show(trialTable(runsTheTrials ? trials : kept, Contestant.bypasses(depth: 54), "shortcut"))
if !runsTheTrials { checks.expect(Promise.afterThree, of: kept) }

// Half of x, 26 times over, is a 67-millionth of x. A 1 × 1 convolution could learn to be the identity,
// so the net with it could do all that the one without can, and more; and still it learns worse. What
// helps is not what the shortcut could express, but that nothing is on it.

checks.finish()
