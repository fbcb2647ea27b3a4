// # Chapter 4. ResNet-18
//
// Eight residual blocks in a row, a convolution before them and a linear layer behind: that is ResNet-18.
// This chapter builds it stage by stage, counts its parameters, and trains it to tell clothes apart. It
// follows the ResNet-18 notebook, a Chinese PyTorch notebook that does so on Fashion-MNIST; what it
// printed before it was interrupted stands beside what you will see.

import Autograd
import Chapter4Net
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Plots
import Training

let options = ChapterOptions.parse(about, ending)
let checkpoints = Checkpoints(options)
let log = options.openLog()
var checks = Checks()

// ## Fewer pixels before anything else
//
// An image of 224 × 224 has fifty thousand pixels, and a block costs as much for each. So the net begins
// with a stem that has fewer: a 7 × 7 convolution with stride 2, its norm and ReLU, and a pooling with
// stride 2. One pixel in sixteen is left, with 64 channels computed from its surroundings.

heading(
  "Fewer pixels before anything else",
  "So the net begins with a stem that has fewer: a 7 × 7 convolution with stride 2, "
    + "its norm and ReLU, and a pooling with stride 2.")
var random = Random(seed: options.seed)
let net = ResNet(using: &random)
let stem = net.children.prefix(4)
for (name, layer) in stem { show("\(name): \(layer)") }

// ## Four stages
//
//     stage(from: 64, to: 64, blocks: 2)         stage(from: 128, to: 256, blocks: 2)
//     stage(from: 64, to: 128, blocks: 2)        stage(from: 256, to: 512, blocks: 2)
//
// A stage is some blocks of chapter 3. Its first block doubles the channels and halves height and
// width, so that each stage costs about as much as the one before. The first stage does neither: the
// pooling has just halved. The notebook has an argument for that, `first_block`, and asserts that the
// channels stay; here both follow from the channels.
//
// source: Chapters/Chapter4/Net/Stage.swift
//
// source: Chapters/Chapter4/Net/ResNet.swift

heading(
  "Four stages",
  "Its first block doubles the channels and halves height and width, so that each "
    + "stage costs about as much as the one before.")
let second = stage(from: 64, to: 128, blocks: 2, using: &random)
show(second)
let kept = stage(from: 64, to: 64, blocks: 2, using: &random)
let sample = Tensor.uniform([1, 64, 24, 24], using: &random)
checks.expect(
  "a stage that keeps its channels keeps its pixels", got: kept(sample).shape, sample.shape)
checks.expect(
  "one that doubles them halves the pixels", got: second(sample).shape, [1, 128, 12, 12])

// Given a first stage that changes its channels, the notebook stops with `AssertionError` and no word more. Here
// that cannot be asked for; if the assertion were left out, the sum of the first block would say:

var refusal = ""
do { _ = try Shapes.add([1, 128, 24, 24], [1, 64, 24, 24]) } catch { refusal = "\(error)" }
show(refusal)
checks.expect(
  "a first stage from 64 to 128 channels is refused, with both shapes",
  refusal.contains("[1, 128, 24, 24]") && refusal.contains("[1, 64, 24, 24]"))

// ## The shapes
//
// One image through the net, layer by layer, at the notebook's 224 × 224 and at the 96 × 96 it trains
// with. No layer depends on the size: the head, which is the last pooling and the linear layer, begins with
// the mean of all pixels that are left.

heading(
  "The shapes",
  "One image through the net, layer by layer, at the notebook's 224 × 224 and at "
    + "the 96 × 96 it trains with.")
func shapes(_ image: [Int]) -> [[Int]] {
  var x = Tensor.zeros(image)
  return net.children.map { child in
    x = child.layer(x)
    return x.shape
  }
}
let (large, small) = (shapes([1, 1, 224, 224]), shapes([1, 1, 96, 96]))
var table = Table("layer", "notebook, 224 × 224", "here, 224 × 224", "here, 96 × 96", "parameters")
for (i, (name, shape)) in Published.shapes.enumerated() {
  table.add(name, shape, large[i], small[i], net.children[i].layer.parameterCount)
}
show(table)
checks.expect(
  "all ten layers are the notebook's, and their shapes",
  net.children.map(\.name) == Published.shapes.map(\.name)
    && large == Published.shapes.map(\.shape))
checks.expect(
  "after the last stage nine pixels of the 96 × 96 are left", got: small[7], [1, 512, 3, 3])
checks.expect("the net has 11,178,378 parameters", got: net.parameterCount, 11_178_378)

let drawings = Figures(options)
drawings.draw(
  net, input: [1, 1, 96, 96], .overview, as: "overview", caption: "ResNet-18 in one row")
drawings.draw(net, input: [1, 1, 96, 96], .paper, as: "paper", caption: "As the paper draws it")
drawings.draw(
  net, input: [1, 1, 96, 96], .slide, as: "operations",
  caption: "Every operation, in rows that are read like lines of text")

// Three of four parameters are in the last stage, which has the most channels and the fewest pixels:
// a kernel is stored once and used at every pixel. So early stages have few parameters and as many
// multiply-adds.

let last = Double(net.children[7].layer.parameterCount) / Double(net.parameterCount)
checks.expect("three of four parameters are in the last stage", abs(last - 0.75) < 0.005)
let costs = (4...7).map { Survey(of: net.children[$0].layer, input: small[$0 - 1]).multiplyAdds }
show("multiply-adds of the four stages", costs)
checks.expect("each stage costs 75 to 85 million", costs.allSatisfy { (75...85) ~= $0 / 1_000_000 })

// ## Why eighteen
//
// The depth of a net is the number of layers with weights on the longest path through it. The tape has
// recorded what was computed from what, so the path can be found there. The 1 × 1 convolutions on the
// shortcuts are not on it, because the path through a shortcut is shorter.

heading(
  "Why eighteen",
  "The depth of a net is the number of layers with weights on the longest path "
    + "through it.")
let survey = Survey(of: net, input: [1, 1, 96, 96])
show("layers on the longest path:", survey.depth)
show("multiply-adds for one image of 96 × 96:", survey.multiplyAdds)
let millions = Double(survey.multiplyAdds) / 1e6
checks.expect("ResNet-18 has eighteen layers", got: survey.depth, 18)
checks.expect("and millions of multiply-adds", got: (10 * millions).rounded() / 10, 318.7)

// ## Deeper
//
// part: Chapters/Chapter4/Parts/Deeper.swift

deeper(using: &random, &checks)

// ## Where it comes from
//
// part: Chapters/Chapter4/Parts/Ancestors.swift

ancestors(drawings, &checks)

// ## Training and evaluation mode
//
// part: Chapters/Chapter4/Parts/Evaluation.swift

evaluation(of: net, using: &random, &checks)

// ## The clothes
//
// Fashion-MNIST has ten kinds of clothes, in as many pictures as MNIST has digits.

heading(
  "The clothes",
  "Fashion-MNIST has ten kinds of clothes, in as many pictures as MNIST has digits.")
let data = options.loadDataset(usual: .fashionMNIST)
let figures = Figures(options, of: data, usual: .fashionMNIST)
let extent = Extent(options, of: data)
show(data.name, "with", data.training.count, "pictures to learn from,", data.test.count, "to test")
show("in this run", extent.training, "and", extent.test)

func picture(_ index: Int, of set: LabeledImages, _ caption: String) -> GrayImage {
  GrayImage(set.picture(at: index), height: set.height, width: set.width, caption: caption)
}
let names = data.training.classNames
let sixteen = (0..<16).map { picture($0, of: data.training, names[data.training.labels[$0]]) }
figures.show(sixteen, "The first sixteen pictures", as: "clothes")

// The pictures have 28 × 28 pixels. The notebook makes them 96 × 96, since a net that halves five times
// leaves a single pixel of 28. It does not normalize: pixels are from 0 to 1.

let (pixels, size) = (Normalize(mean: 0, deviation: 1), Resize(height: 96, width: 96))

// ## Adam
//
// part: Chapters/Chapter4/Parts/AdamByHand.swift

adamByHand(drawings, &checks)

// ## Training
//
// The notebook's functions are `evaluate_accuracy` and `train_ch5`. This is the first:

func evaluate(_ net: ResNet, on batches: Batches) -> Score {
  var score = Score()
  for batch in batches {
    let predicted = net(batch.images).argMax()  // on no tape: evaluation mode
    score.correct += zip(predicted, batch.labels).count { $0 == $1 }
    score.count += batch.labels.count
  }
  return score
}

// And this the second: batches of 128, cross-entropy, and Adam with a learning rate of 0.001, all other
// settings as the paper has them. By default the five epochs are of 1,920 pictures; with `--full` they are
// the notebook's, of all 60,000. The notebook prints `training on cuda`, a graphics card; this package
// computes on the processor.

heading(
  "Training",
  "The notebook's functions are `evaluate_accuracy` and `train_ch5`.")
let batchSize = options.batchSize ?? 128
let (training, test) = (data.training.prefix(extent.training), data.test.prefix(extent.test))
let testBatches = test.batches(of: batchSize, normalize: pixels, resize: size)
random = Random(seed: options.seed)
let beginner = ResNet(using: &random)

let optimizer = Adam(
  beginner.parameters, learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
let run = TrainingRun(
  beginner, optimizer, epochs: extent.epochs, lossWindow: 50,
  data: "\(data.name), the first \(extent.training)", batchSize: batchSize,
  preparation: Preparation(side: size.height, pixels, classNames: names),
  checkpoints: checkpoints, log: log, keepsGoing: options.keepGoing)

for epoch in run.epochs {
  let order = Random(seed: options.seed &+ UInt64(epoch) << 32)
  let batches = training.batches(
    of: batchSize, normalize: pixels, resize: size, shuffledBy: order)
  for batch in run.batches(batches) {
    let scores = beginner(batch.images.on(Tape()))
    let loss = crossEntropy(scores, batch.labels)
    optimizer.step(loss.backward())
    run.record(loss, scores, batch.labels)
  }
  run.endEpoch(evaluate(beginner, on: testBatches))
}
let history = run.history

// ## What came out
//
// The notebook sets its count of batches to zero before the first epoch and never again, but its sum of
// losses before every epoch. So what it prints in epoch k is the mean loss divided by k. Its second
// loss is not 0.1235 but 0.247. The last column is what its code would have printed here.

heading(
  "What came out",
  "So what it prints in epoch k is the mean loss divided by k.")
showResults(history, of: extent)
figures.show(chart(of: history), as: "accuracy")

// ## What it still gets wrong
//
// Ten of the pictures it got wrong, and how often each kind was taken for each other.

heading(
  "What it still gets wrong",
  "Ten of the pictures it got wrong, and how often each kind was taken for each "
    + "other.")
let predicted = predictions(of: beginner, on: testBatches)
let mistakes = test.labels.indices.filter { predicted[$0] != test.labels[$0] }
let ten = mistakes.prefix(10).map { i in
  picture(i, of: test, "\(names[test.labels[i]]) → \(name(of: predicted[i], in: names))")
}
figures.show(
  ten, "\(mistakes.count) of \(test.count) are wrong; ten of them", as: "mistakes", columns: 5,
  areWrong: true)
figures.show(
  confusion: confusion(predicted, test.labels, classes: names.count), names: names,
  "How often each was predicted for each other", as: "confusion")

// ## Did it hold?
//
// This is how many of the claims above held.

heading(
  "Did it hold?",
  "This is how many of the claims above held.")
if history.wasStopped {
  note("Stopped by Ctrl-C: accuracies are not checked.")
  exit(Interrupt.exitStatus)
}
checkAccuracy(history, on: data, extent, batchSize: batchSize, &checks)
checks.finish(about, ending)
