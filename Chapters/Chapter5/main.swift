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
drawings.draw(keeping, input: [1, 64, 24, 24], .block, as: "blocks")

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
drawings.draw(changing, input: [1, 32, 24, 24], .block, as: "changing-blocks")
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
checks.expect("every weight fills ± its bound", filled.allSatisfy { (0.97...1).contains($0) })

// ## Both orders, briefly
//
// Stochastic gradient descent with a learning rate of 0.1, batches of 256, pictures of 96 × 96 with
// pixels from 0 to 1: all as in the document. Each order learns from three seeds, which decide the first
// weights and the order of the pictures. The band in the figure reaches from the least to the greatest
// of the three, the line is their mean. By default this is a small part of the data; `--full` is the
// document's ten epochs, and takes more than an hour and a half.

let data = options.loadDataset(usual: .fashionMNIST)
let figures = Figures(options, of: data, usual: .fashionMNIST)
let extent = Extent(options, of: data)
Interrupt.watch()
heading("Both orders, briefly")
show("learning from", extent.course.training.count, "pictures in", extent.course.epochs, "epochs")
let runs = extent.course.race(seeds: extent.seeds, log: log)
let epochs = runs.flatMap(\.epochs)
show(statisticsTable(epochs))
figures.show(lossChart(runs), as: "losses")
endIfInterrupted()

// ## Ten epochs, three seeds
//
// What `--full` gave once is kept beside this file, in `full.jsonl`, a line for each epoch, and shown
// here; a run with `--full` shows its own.

heading("Ten epochs, three seeds")
let isTheDocuments =
  options.full && data.name == DatasetName.fashionMNIST.title && extent.course.epochs == 10
let ten = isTheDocuments ? epochs : Recorded.kept.epochs
show(documentTable(ten))
drawings.show(lossChart(ten), as: "ten-epochs")
checks.expectTheDocumentsLosses(ten)

// TEXT

// ## What running statistics remember

heading("What running statistics remember")
show(statisticsTable(ten))
for order in Order.allCases {
  drawings.show(statisticsChart(ten, of: order), as: "statistics-\(order)")
}
checks.expectStatistics(ten)

// ## A hundred blocks

heading("A hundred blocks")
let five = Sequential(
  named: Ordering.allCases.map { ($0.title, OrderedBlock(8, 8, $0, using: &random)) })
drawings.draw(five, input: [1, 8, 14, 14], .block, as: "five-blocks")

let sixteen = extent.trials.batches(of: data.training.prefix(16)).first { _ in true }!
let gradients = extent.seeds.flatMap { seed in
  Ordering.allCases.map { TrunkGradient(of: $0, depth: 202, seed: seed, on: sixteen) }
}
show(trunkTable(gradients))
figures.show(trunkChart(gradients), as: "trunk")
checks.expectShares(gradients)

// ## Five orderings, trained

heading("Five orderings, trained")
let orderings = extent.depths.flatMap { Contestant.orderings(depth: $0) }
let ordered = extent.trials.race(orderings, seeds: extent.trialSeeds, log: log)
show(trialTable(ordered, orderings, "ordering") { Paper.orderings[$0.ordering]! })
endIfInterrupted()

// ## What sits on the shortcut

heading("What sits on the shortcut")
let bypasses = Contestant.bypasses(depth: extent.depths[0])
let bypassed = extent.trials.race(Array(bypasses.dropFirst()), seeds: extent.trialSeeds, log: log)
let trials = ordered + bypassed
show(trialTable(trials, bypasses, "shortcut") { Paper.bypasses[$0.bypass]! })
endIfInterrupted()

checks.finish()
