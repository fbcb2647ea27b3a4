// # Chapter 2. A simple residual block
//
// A residual block computes something from its input and then adds the input to it. This chapter
// builds one, puts two of them into a small net, and trains the net to read handwritten digits. It
// follows the MNIST notebook, a Chinese PyTorch notebook that explains the block, defines the net and
// trains it for ten epochs; what it printed stands beside what you will see here.

import Autograd
import Chapter2Net
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

// ## The sum needs two equal shapes
//
// part: Chapters/Chapter2/Parts/TwoEqualShapes.swift

twoEqualShapes(&checks)

// ## The block
//
// `Net/ResidualBlock.swift`, beside this file, holds the block; its `forward` is two lines:
//
//     let y = relu(conv1(x))
//     return relu(x + conv2(y))
//
// The input goes two ways: through the branch, F(x), which holds the convolutions, and through the
// shortcut around it. On the way back the sum passes its gradient to both, so the shortcut carries it to
// the layers before, whatever the branch does to its part. Chapter 1 shows what happens without it.
//
// source: Chapters/Chapter2/Net/ResidualBlock.swift

heading(
  "The block",
  "The input goes two ways: through the branch, F(x), which holds the convolutions, and through the "
    + "shortcut around it.")
var random = Random(seed: options.seed)
let block = ResidualBlock(16, using: &random)
show(block)

let x = [64, 16, 12, 12]  // 64 images, 16 channels, 12 × 12 pixels
let images = Tensor.uniform(x, in: -1...1, using: &random)
show(images.shape, "→", block(images).shape)
checks.expect("the block returns the shape it is given", got: block(images).shape, x)

let drawings = Figures(options)
drawings.draw(
  block, input: x, .block, as: "block", caption: "The block, drawn from what it computes")

// If both convolutions were zero, nothing would be added to `x`, and the block would return what is
// positive in it.

let idle = ResidualBlock(16, using: &random)
for parameter in idle.parameters { parameter.value = .zeros(parameter.value.shape) }
checks.expect(
  "with its convolutions at zero, the block is relu(x)",
  idle(images).scalars == relu(images).scalars)

// ## Why “residual”
//
// part: Chapters/Chapter2/Parts/WhyResidual.swift

whyResidual(seed: options.seed, &checks)

// ## The net
//
// Twice a convolution, a pooling and a residual block, then one score for each digit. A window of
// 5 × 5 without padding makes 24 pixels of 28, and pooling halves them to 12; then 8, then 4. The last
// 32 channels of 4 × 4 pixels are the 512 inputs of the linear layer.
//
// source: Chapters/Chapter2/Net/Net.swift

heading(
  "The net",
  "Twice a convolution, a pooling and a residual block, then one score for each digit.")
let net = Net(using: &random)
show(net)
show("parameters", net.parameterCount)

// The notebook prints its net, too. PyTorch gives height and width apart and also shows defaults:
// `dilation` is the distance of the pixels in a window, `ceil_mode` how a size is rounded that does not
// come out even.

let printed = PrintedNet(Published.net)
let ours = "\(net)".split(separator: "\n").map(String.init)
show(printed.table(beside: ours))
checks.expect("layer by layer the notebook's net", printed.translated == ours)
drawings.draw(
  net, input: [1, 1, 28, 28], .overview, as: "net", caption: "The net from the left to the right")
drawings.draw(
  net, input: [1, 1, 28, 28], .slide, as: "net-operations",
  caption: "Every operation, in rows that are read like lines of text")

let scores = net(.uniform([64, 1, 28, 28], using: &random))
checks.expect("64 images give 64 rows of ten scores", got: scores.shape, [64, 10])
checks.expect("the net has 41,514 parameters", got: net.parameterCount, 41_514)

// ## The digits
//
// MNIST has 60,000 handwritten digits to learn from, and 10,000 to test.

heading("The digits", "MNIST has 60,000 handwritten digits to learn from, and 10,000 to test.")
let data = options.loadDataset(usual: .mnist)
let figures = Figures(options, of: data, usual: .mnist)
show("\(data.name) with \(data.training.count) pictures to learn from, \(data.test.count) to test")

func picture(_ index: Int, of set: LabeledImages, _ caption: String) -> GrayImage {
  GrayImage(set.picture(at: index), height: set.height, width: set.width, caption: caption)
}

let sixteen = (0..<16).map { i in
  picture(i, of: data.training, data.training.classNames[data.training.labels[i]])
}
figures.show(sixteen, "The first sixteen pictures", as: "digits")

// Nets are mostly given numbers around zero. So the mean of all pixels is subtracted from each pixel,
// which is from 0 to 1, and the difference is divided by their standard deviation. The notebook writes
// 0.1307 and 0.3801. In the second, two digits are transposed: MNIST's deviation is 0.3081. It
// only scales the input, and we keep it so that our numbers can be compared with the notebook's.

var normalizers = Table("", "mean", "deviation")
normalizers.add("the notebook", Published.mean, Published.deviation)
normalizers.add("computed from \(data.name)", data.training.mean, data.training.deviation)
show(normalizers)

if data.name == "MNIST" {
  checks.expect("MNIST's mean is 0.1307", abs(data.training.mean - 0.1307) < 5e-5)
  checks.expect("its deviation is 0.3081", abs(data.training.deviation - 0.3081) < 5e-5)
}
let normalize = Normalize(mean: Published.mean, deviation: Published.deviation)
let first = data.training.prefix(64).batches(of: 64, normalize: normalize).first { _ in true }!

// ## Where learning starts
//
// part: Chapters/Chapter2/Parts/WhereLearningStarts.swift

whereLearningStarts(on: first.images, first.labels, seed: options.seed, &checks)

// ## Cross-entropy
//
// part: Chapters/Chapter2/Parts/CrossEntropy.swift

crossEntropyByHand(drawings, &checks)

// ## Five steps
//
// This is all that learning takes. The loss is the cross-entropy of the scores and the labels. The
// images are put on a tape, which records what the net computes; read backwards, it gives the gradient
// of the loss with respect to every parameter, and the optimizer moves each parameter a little against
// its gradient. PyTorch's `zero_grad` has no counterpart: `backward` returns new gradients each time.

heading("Five steps", "This is all that learning takes.")
let beginner = Net(using: &random)
var fiveLosses: [Double] = []
let steps = SGD(beginner.parameters, learningRate: 0.01, momentum: 0.5)

for batch in data.training.prefix(5 * 64).batches(of: 64, normalize: normalize) {
  let tape = Tape()
  let loss = crossEntropy(beginner(batch.images.on(tape)), batch.labels)
  steps.step(loss.backward())
  show("loss", loss.scalar)
  fiveLosses.append(Double(loss.scalar))
}

// A net that knows nothing gives each of ten digits a tenth, and −log ⅒ is 2.303.

let ofTen = -Foundation.log(0.1)
show("expected at first", ofTen)
checks.expect(
  "the first loss is that, nearly", got: abs(fiveLosses[0] - ofTen), atMost: Threshold.firstLoss)

// ## Training
//
// The notebook has two functions, `train` and `test`, which it calls ten times. `evaluate` is its `test`:
// the images are on no tape, so nothing is recorded and nothing is learned, as under PyTorch's
// `torch.no_grad()`.

func evaluate(_ net: Net, on batches: Batches) -> Score {
  var score = Score()
  for batch in batches {
    let predicted = net(batch.images).argMax()
    score.correct += zip(predicted, batch.labels).count { $0 == $1 }
    score.count += batch.labels.count
  }
  return score
}

// And this is its `train`, with the batches in a new order each epoch. The run keeps the accounts: it
// prints the mean loss of every 300 batches, as the notebook does, and a bar; it ends the loops at
// Ctrl-C, saves the net after each epoch, and skips what a loaded net has already learned from.

heading("Training", "The notebook has two functions, `train` and `test`, which it calls ten times.")
let epochs = options.epochs ?? (options.quick ? 1 : 10)
let batchSize = options.batchSize ?? 64
let test = data.test.batches(of: batchSize, normalize: normalize)

let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
let run = TrainingRun(
  net, optimizer, epochs: epochs, data: data.name, batchSize: batchSize,
  preparation: Preparation(side: 28, normalize, classNames: data.test.classNames),
  checkpoints: checkpoints, log: log, keepsGoing: options.keepGoing)

for epoch in run.epochs {
  let order = Random(seed: options.seed &+ UInt64(epoch) << 32)
  let batches = data.training.batches(of: batchSize, normalize: normalize, shuffledBy: order)
  for batch in run.batches(batches) {
    let scores = net(batch.images.on(Tape()))
    let loss = crossEntropy(scores, batch.labels)
    optimizer.step(loss.backward())
    run.record(loss, scores, batch.labels)
  }
  run.endEpoch(evaluate(net, on: test))
}
let history = run.history

// In the book this training runs in the page: the same net and the same batches for the same seed, on digits
// that a program draws, so its losses are those of `swift run chapter2 --dataset drawn`. Train it, draw a
// digit for it to read, and see what a residual block adds to that.
//
// lab: digits
//
// ## What came out
//
// The notebook prints three losses an epoch, each the mean of 300 batches; the last 38 batches are in none.
// Its lines stop in the ninth epoch, behind 27 losses.

heading(
  "What came out",
  "The notebook prints three losses an epoch, each the mean of 300 batches; the last 38 batches are in "
    + "none.")
let windows = history.epochs.map { $0.windows.map(\.loss) }
show(lossTable(windows))
figures.show(windowChart(windows), as: "losses")

// Its line for the accuracy is `'%d %% [%d/%d]'`, and `%d` cuts off what is behind the point: 9,881 of
// 10,000 becomes 98 %. Rounded it would be 99 in five of the nine epochs. So read the numbers in brackets.

show(accuracyTable(history))
checks.expect(
  "cut off, the counts give the percentages",
  got: Published.correct.map { 100 * $0 / 10_000 }, Published.percent)
checks.expect(
  "rounded, five would be 99 %", got: Published.correct.count { ($0 + 50) / 100 == 99 }, 5)

// The notebook's accuracy goes down in its second epoch and again in its eighth. So may yours, in
// others: the order of the pictures is random, and a few dozen of 10,000 depend on it.

var curves = LineChart(
  "Test pictures not recognized, of 100", x: Axis("epoch"), y: Axis("", .logarithmic))
curves.line("the notebook", Published.correct.map { Double(10_000 - $0) / 100 }, dash: [4, 3])
curves.line("here", history.epochs.map { 100 * (1 - $0.accuracy) })
figures.show(curves.picture(), as: "errors")

// ## What it still gets wrong
//
// Ten of the pictures it got wrong: what each is, and what the net predicts.

heading(
  "What it still gets wrong",
  "Ten of the pictures it got wrong: what each is, and what the net predicts.")
let predicted = predictions(of: net, on: test)
let names = data.test.classNames
let mistakes = data.test.labels.indices.filter { predicted[$0] != data.test.labels[$0] }
let ten = mistakes.prefix(10).map { i in
  picture(i, of: data.test, "\(names[data.test.labels[i]]) → \(name(of: predicted[i], in: names))")
}
figures.show(
  ten, "\(mistakes.count) of \(data.test.count) are wrong; ten of them", as: "mistakes", columns: 5,
  areWrong: true)
figures.show(
  confusion: confusion(predicted, data.test.labels, classes: names.count), names: names,
  "How often each was predicted for each other", as: "confusion")

// ## Did it hold?
//
// The bounds come from several seeds, with a margin.

heading("Did it hold?", "The bounds come from several seeds, with a margin.")
if history.wasStopped {
  note("Stopped by Ctrl-C: accuracies are not checked.")
  exit(Interrupt.exitStatus)
}
checkLosses(history, on: data, batchSize: batchSize, &checks)
checkAccuracy(history, on: data, batchSize: batchSize, &checks)
checks.finish(about, ending)
