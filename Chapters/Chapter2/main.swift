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

let options = ChapterOptions.parse(about)
let checkpoints = Checkpoints(options)
let log = options.openLog()
var checks = Checks()

// ## The sum needs two equal shapes
//
// The block will compute `x + F(x)`. A sum is taken number by number, so `F` must return the shape it
// was given. That makes two rules for the convolutions inside.
//
// The first: keep the height and the width. A 3 × 3 window cannot be centered on the outermost pixels,
// so a plain convolution returns an image that is two pixels smaller each way. One ring of zeros around
// the image, padding 1, makes up for that.

heading("The sum needs two equal shapes")
let x = [64, 16, 12, 12]  // 64 images, 16 channels, 12 × 12 pixels
show("given                ", x)
show("3 × 3, padding 1     ", orExit { try Shapes.conv2D(x, [16, 16, 3, 3], padding: 1) })
show("3 × 3, no padding    ", orExit { try Shapes.conv2D(x, [16, 16, 3, 3]) })

// The second rule: as many channels out as in. So the block takes one number, `channels`, and both
// convolutions get it twice.
//
// Here is each rule broken once. The engine computes the shape of a result before the result, so it can
// say what does not fit; a program that went on regardless would stop with the same sentence.

func sentence(_ rule: () throws -> [Int]) -> String {
  do { return "fits: \(try rule())" } catch { return "\(error)" }
}

let tooSmall = sentence { try Shapes.add(x, Shapes.conv2D(x, [16, 16, 3, 3])) }
let tooMany = sentence { try Shapes.add(x, Shapes.conv2D(x, [32, 16, 3, 3], padding: 1)) }
let notThese = sentence { try Shapes.conv2D(x, [16, 8, 3, 3], padding: 1) }
show(tooSmall)
show(tooMany)
show(notThese)

checks.expect("without padding the sum is refused", tooSmall.contains("[64, 16, 10, 10]"))
checks.expect("with other channels it is refused too", tooMany.contains("[64, 32, 12, 12]"))

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

heading("The block")
var random = Random(seed: options.seed)
let block = ResidualBlock(16, using: &random)
show(block)

let images = Tensor.uniform(x, in: -1...1, using: &random)
show(images.shape, "→", block(images).shape)
checks.expect("the block returns the shape it is given", got: block(images).shape, x)

let drawings = Figures(options)
drawings.draw(
  block, input: x, .block, as: "block", caption: "The block, drawn from what it computes")

// If both convolutions were zero, nothing would be added to `x`, and the block would return what is
// positive in it. A residual block need not learn to pass on its input; it does so if it learns nothing.

let idle = ResidualBlock(16, using: &random)
for parameter in idle.parameters { parameter.value = .zeros(parameter.value.shape) }
checks.expect(
  "with its convolutions at zero, the block is relu(x)",
  idle(images).scalars == relu(images).scalars)

// ## The net
//
// Twice a convolution, a pooling and a residual block, then one score for each digit. A window of
// 5 × 5 without padding makes 24 pixels of 28, and pooling halves them to 12; then 8, then 4. The last
// 32 channels of 4 × 4 pixels are the 512 inputs of the linear layer.
//
// source: Chapters/Chapter2/Net/Net.swift

heading("The net")
let net = Net(using: &random)
show(net)
show("parameters", net.parameterCount)
drawings.draw(
  net, input: [1, 1, 28, 28], .overview, as: "net", caption: "The net from the left to the right")
drawings.draw(
  net, input: [1, 1, 28, 28], .columns, as: "net-columns",
  caption: "The same, a column for each stage")

let scores = net(.uniform([64, 1, 28, 28], using: &random))
checks.expect("64 images give 64 rows of ten scores", got: scores.shape, [64, 10])
checks.expect("the net has 41,514 parameters", got: net.parameterCount, 41_514)

// ## The digits

heading("The digits")
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

// A net learns best from numbers around zero. So the mean of all pixels is subtracted from each pixel,
// which is from 0 to 1, and the difference is divided by their standard deviation. The notebook writes
// 0.1307 and 0.3801. In the second, two digits are transposed: MNIST's deviation is 0.3081. It does
// little harm, since it only scales the input, and we keep it so that our numbers can be compared with
// the notebook's.

var normalizers = Table("", "mean", "deviation")
normalizers.add("the notebook", Published.mean, Published.deviation)
normalizers.add("computed from \(data.name)", data.training.mean, data.training.deviation)
show(normalizers)

if data.name == "MNIST" {
  checks.expect("MNIST's mean is 0.1307", abs(data.training.mean - 0.1307) < 5e-5)
  checks.expect("its deviation is 0.3081", abs(data.training.deviation - 0.3081) < 5e-5)
}
let normalize = Normalize(mean: Published.mean, deviation: Published.deviation)

// ## Five steps
//
// This is all that learning takes. The loss is the cross-entropy of the scores and the labels. The
// images are put on a tape, which records what the net computes; read backwards, it gives the gradient
// of the loss with respect to every parameter, and the optimizer moves each parameter a little against
// its gradient. PyTorch's `zero_grad` has no counterpart: `backward` returns new gradients each time.

heading("Five steps")
let beginner = Net(using: &random)
let steps = SGD(beginner.parameters, learningRate: 0.01, momentum: 0.5)

for batch in data.training.prefix(5 * 64).batches(of: 64, normalize: normalize) {
  let tape = Tape()
  let loss = crossEntropy(beginner(batch.images.on(tape)), batch.labels)
  steps.step(loss.backward())
  show("loss", loss.scalar)
}

// A net that knows nothing gives each of ten digits a tenth, and −log ⅒ is 2.303.

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

heading("Training")
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

// ## What came out
//
// The notebook's accuracy goes down in its second epoch and again in its eighth. So may yours, in
// others: the order of the pictures is random, and a few dozen of 10,000 depend on it.

heading("What came out")
var results = Table(
  "epoch", "loss, notebook", "loss, here", "correct, notebook", "correct, here", "seconds")
for epoch in history.epochs {
  let i = epoch.number - 1
  let known = Published.correct.indices.contains(i)
  results.add(
    epoch.number, known ? decimals(Published.losses[i], 3) : "",
    decimals(epoch.windows.last?.loss ?? epoch.loss, 3),
    known ? count(Published.correct[i], of: 10_000) : "", count(epoch.correct, of: epoch.tested),
    decimals(epoch.seconds, 1))
}
show(results)

var curves = LineChart(
  "Test pictures not recognized, of 100", x: Axis("epoch"), y: Axis("", .logarithmic))
curves.line("the notebook", Published.correct.map { Double(10_000 - $0) / 100 }, dash: [4, 3])
curves.line("here", history.epochs.map { 100 * (1 - $0.accuracy) })
figures.show(curves.picture(), as: "errors")

// ## What it still gets wrong
//
// Ten of the pictures it got wrong: what each is, and what the net predicts.

heading("What it still gets wrong")
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

heading("Did it hold?")
if history.wasStopped {
  note("Stopped by Ctrl-C: accuracies are not checked.")
  exit(Interrupt.exitStatus)
}
checkAccuracy(history, on: data, batchSize: batchSize, &checks)
checks.finish(about)
