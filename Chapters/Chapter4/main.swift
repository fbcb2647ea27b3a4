// # Chapter 4. ResNet-18
//
// Eight residual blocks in a row, a convolution before them and a linear layer behind: that is ResNet-18,
// the net of document 001. This chapter builds it stage by stage, counts it, and trains it to tell
// clothes apart. What the document printed before it was interrupted stands beside what you will see.

import Autograd
import Chapter4Net
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Plots
import Training

let options = ChapterOptions.parse(
  chapter: 4,
  abstract: "ResNet-18 learns to tell clothes apart: the net of document 001 on Fashion-MNIST.",
  epochs: 2, batchSize: 128, dataset: .fashionMNIST, checkpoints: true)
let checkpoints = Checkpoints(options)
let log = orExit { try options.log.map { try JSONLines($0) } }
var checks = Checks()

// ## Fewer pixels before anything else
//
// An image of 224 × 224 has fifty thousand pixels, and a block costs as much for each. So the net
// begins by having fewer: a convolution with a window of 7 × 7 that takes every second pixel each way,
// and a pooling that does so again. One pixel in sixteen is left, and 64 channels say what was around
// it.

heading("Fewer pixels before anything else")
var random = Random(seed: options.seed)
let net = ResNet(using: &random)
let stem = net.children.prefix(3)
for (name, layer) in stem { show("\(name): \(layer)") }

// Layer 1 is a norm that ends with a relu. In the document the relu is layer 2; here one pass over the
// numbers does both, since at this size it is memory that takes the time.

// ## Four stages
//
//     stage(from: 64, to: 64, blocks: 2)         stage(from: 128, to: 256, blocks: 2)
//     stage(from: 64, to: 128, blocks: 2)        stage(from: 256, to: 512, blocks: 2)
//
// A stage is some blocks of chapter 3. Its first block doubles the channels and halves height and
// width, so that each stage costs about as much as the one before. The first stage does neither: the
// pooling has just halved. The document says so by an argument, `first_block`; here it follows from
// the channels, which stay.

heading("Four stages")
let second = stage(from: 64, to: 128, blocks: 2, using: &random)
show(second)
let kept = stage(from: 64, to: 64, blocks: 2, using: &random)
let sample = Tensor.uniform([1, 64, 24, 24], using: &random)
checks.expect(
  "a stage that keeps its channels keeps its pixels", got: kept(sample).shape, sample.shape)
checks.expect(
  "one that doubles them halves the pixels", got: second(sample).shape, [1, 128, 12, 12])

// ## The shapes
//
// One image through the net, layer by layer, at the document's 224 × 224 and at the 96 × 96 it trains
// with. No layer had to be told the size: the last pooling takes the mean of whatever is left.

heading("The shapes")
func shapes(_ image: [Int]) -> [[Int]] {
  var x = Tensor.zeros(image)
  return net.children.map { child in
    x = child.layer(x)
    return x.shape
  }
}
let (large, small) = (shapes([1, 1, 224, 224]), shapes([1, 1, 96, 96]))
var table = Table("layer", "document, 224 × 224", "here, 224 × 224", "here, 96 × 96", "parameters")
for (i, (name, layer)) in net.children.enumerated() {
  table.add(name, Document.shapes[name]!, large[i], small[i], layer.parameterCount)
}
show(table)
checks.expect(
  "every shape is the document's", large == net.children.map { Document.shapes[$0.name]! })
checks.expect(
  "after the last stage nine pixels of the 96 × 96 are left", got: small[6], [1, 512, 3, 3])
checks.expect("the net has 11,178,378 parameters", got: net.parameterCount, 11_178_378)

let drawings = Figures(options)
drawings.draw(net, input: [1, 1, 96, 96], .overview, as: "overview")
drawings.draw(net, input: [1, 1, 96, 96], .paper, as: "paper")
drawings.draw(net, input: [1, 1, 96, 96], .columns, as: "columns")

// Three of four parameters are in the last stage, where there are the most channels and the fewest
// pixels: a window is stored once and used at every pixel, so early layers compute and late ones
// remember.

// ## Why eighteen
//
// The depth of a net is the number of layers with weights on the longest road through it. The tape has
// written down what was computed from what, so it can be asked. The 1 × 1 convolutions on the shortcuts
// are not counted, because the road through them is shorter.

heading("Why eighteen")
let survey = Survey(of: net, input: [1, 1, 96, 96])
show("layers on the longest road:", survey.depth)
show("multiply-adds for one image of 96 × 96:", survey.multiplyAdds)
checks.expect("ResNet-18 has eighteen layers", got: survey.depth, 18)
checks.expect(
  "and 318.7 million multiply-adds", got: (Double(survey.multiplyAdds) / 1e5).rounded(), 3187)

// ## Deeper
//
// Other depths are other numbers of blocks; from 50 layers on a block has three convolutions, of which
// the 3 × 3 in the middle sees a quarter of the channels. The document's nets and torchvision's are two
// dialects: the document's convolutions have biases, which the norms behind them take away again, and
// its shortcuts have no norm. So their weights do not fit each other.

heading("Deeper")
var depths = Table("layers", "blocks", "document's dialect", "torchvision's", "torchvision says")
for depth in Depth.allCases {
  let document = ResNet(depth, inChannels: 3, classes: 1000, using: &random)
  let torchvision = TorchvisionResNet(depth, using: &random)
  let (count, wanted) = (torchvision.parameterCount, torchvisionCounts[depth.rawValue]!)
  depths.add(depth.rawValue, depth.blocks, document.parameterCount, count, wanted)
  let image = [1, 3, 32, 32]
  checks.expect(
    "\(depth.rawValue) layers in both dialects, and torchvision's count",
    Survey(of: document, input: image).depth == depth.rawValue
      && Survey(of: torchvision, input: image).depth == depth.rawValue && count == wanted)
}
show(depths)

// ## Learning and using
//
// A norm takes mean and variance of the batch while the net learns, and what it remembers of all
// batches when the net is used. So while it learns, what the net says of an image depends on the
// others in the batch. Eight random images, and the first of them alone, both ways:

heading("Learning and using")
let eight = Tensor.uniform([8, 1, 96, 96], using: &random)
let alone = Tensor(Array(eight.scalars.prefix(96 * 96)), shape: [1, 1, 96, 96])
for _ in 0..<3 { _ = net(eight.on(Tape())) }  // So that there is something to remember.
let norm = net.children[1].layer as! BatchNorm2D

func apart(_ mode: (Tensor) -> Tensor) -> Float {
  let (together, single) = (mode(eight).scalars.prefix(10), mode(alone).scalars)
  return zip(together, single).map { abs($0 - $1) }.max()!
}
let using = apart { net($0) }
let remembered = norm.runningMean.scalars
let learning = apart { net($0.on(Tape())) }
show("scores of one image, alone and among eight, differ by at most")
show("  using   ", using)
show("  learning", learning)
checks.expect("used, an image gets its scores whoever is beside it", got: using, atMost: 1e-4)
checks.expect("learning, it does not", got: learning, atLeast: 0.01)
checks.expect(
  "and looking has changed what the norm remembers", norm.runningMean.scalars != remembered)

// That is why the document flips the mode around its evaluation and back. If it did not, the accuracy
// would depend on how the test pictures are batched, and the net would remember them. Here nothing is
// flipped: the tape says what a pass is for, and an examination has none.

// ## The clothes

heading("The clothes")
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

// The pictures have 28 × 28 pixels. The document makes them 96 × 96, since a net that halves five times
// leaves a single pixel of 28. It does not normalize: pixels go from 0 to 1.

let (pixels, size) = (Normalize(mean: 0, deviation: 1), Resize(height: 96, width: 96))

// ## Training
//
// Batches of 128, Adam with a learning rate of 0.001. Adam moves every parameter by about that much at
// each step, in the direction its gradients have mostly had. By default this is a short run on a part
// of the pictures; `--full` is the document's: all pictures, five epochs.

heading("Training")
let batchSize = options.batchSize ?? 128
let training = data.training.prefix(extent.training)
let test = data.test.prefix(extent.test)
random = Random(seed: options.seed)
let beginner = ResNet(using: &random)
var trainer = Trainer(beginner, Adam(beginner.parameters, learningRate: 0.001))
let display = TrainingDisplay(epochs: extent.epochs, log: log)
trainer.lossWindow = 50
trainer.report = display.report
Interrupt.watch()
trainer.shouldStop = { Interrupt.isRaised }
let progress = checkpoints.prepare(
  &trainer, data: "\(data.name), the first \(extent.training)", batchSize: batchSize,
  preparation: Preparation(side: size.height, pixels, classNames: names))

let testBatches = test.batches(of: batchSize, normalize: pixels, resize: size)
let history = trainer.train(
  epochs: extent.epochs, after: progress,
  on: { epoch in
    let order = Random(seed: options.seed &+ UInt64(epoch) << 32)
    return training.batches(of: batchSize, normalize: pixels, resize: size, shuffledBy: order)
  }, test: testBatches)
display.finish()

// ## What came out
//
// The document sets its count of batches to zero before the first epoch and never again, but its sum of
// losses before every epoch. So what it prints in epoch k is the mean loss, divided by k. Its second
// loss is not 0.1235 but 0.247. The last column is what its code would have printed here.

heading("What came out")
showResults(history, of: extent)
figures.show(chart(of: history), as: "accuracy")

// ## What it still gets wrong

heading("What it still gets wrong")
let guesses = predictions(of: beginner, on: testBatches)
let mistakes = test.labels.indices.filter { guesses[$0] != test.labels[$0] }
let ten = mistakes.prefix(10).map { i in
  picture(i, of: test, "\(names[test.labels[i]]) → \(names[guesses[i]])")
}
figures.show(
  ten, "\(mistakes.count) of \(test.count) are wrong; ten of them", as: "mistakes", columns: 5,
  areWrong: true)
figures.show(
  confusion: confusion(guesses, test.labels, classes: names.count), names: names,
  "How often each was taken for each other", as: "confusion")

// ## Did it hold?

heading("Did it hold?")
if history.wasStopped {
  note("Stopped by Ctrl-C: accuracies are not checked.")
  exit(Interrupt.exitStatus)
}
checkAccuracy(history, on: data, extent, batchSize: batchSize, &checks)
checks.finish()
