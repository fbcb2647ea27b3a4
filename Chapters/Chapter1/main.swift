// # Chapter 1. Why deep nets stop learning
//
// A net of two layers learns to read digits; one of thirty, built in the same way, does not. This
// chapter looks for the reason by hand, on a tape and in a net, adds a shortcut around each layer, and
// trains both. At its end deep nets fail once more, for another reason.

import Autograd
import Chapter1Net
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Plots
import Training

let options = ChapterOptions.parse(about)
let log = options.openLog()
var checks = Checks()

// ## A product of derivatives
//
// Put a number through a sigmoid, the result through another, and so on. If the first number changes
// a little, by how much does the last one change? By the chain rule, by the product of all derivatives
// on the way. That of a sigmoid is y · (1 − y), where y is its result: a quarter at most.

heading("A product of derivatives")

func byHand(_ sigmoids: Int) -> Double {
  var (y, product) = (0.0, 1.0)
  for _ in 0..<sigmoids {
    y = 1 / (1 + exp(-y))
    product *= y * (1 - y)
  }
  return product
}

// The engine has its own way: it records what is computed, on a tape, and reads the tape backwards.

func fromTape(_ times: Int, _ f: (Tensor) -> Tensor = { sigmoid($0) }) -> Double {
  let x = Tape().watch(Tensor(0))
  let y = (0..<times).reduce(x) { y, _ in f(y) }
  return Double(y.backward()[x]!.scalar)
}

let counts = [1, 2, 5, 10, 20, 30, 50, 100]
var products = Table("sigmoids", "¼ so many times", "by hand", "from the tape")
for n in counts { products.add(n, pow(0.25, Double(n)), byHand(n), fromTape(n)) }
show(products)

let apart = counts.filter { $0 <= 50 }.map { abs(fromTape($0) / byHand($0) - 1) }
checks.expect("tape and hand agree, relatively", got: apart.max()!, atMost: Thresholds.tape)
checks.expect(
  "no product is more than so many quarters",
  counts.allSatisfy { byHand($0) <= pow(0.25, Double($0)) })

// Such a gradient is said to vanish. A hundred sigmoids are too many for the tape: its numbers are
// `Float`s, and below 1.4 · 10⁻⁴⁵ these are 0. By hand we used `Double`s, which end at 10⁻³²⁴.

checks.expect("after a hundred sigmoids the tape gives 0", got: fromTape(100), 0)

// Both could be wrong in the same way. So we compare with finite differences: five numbers go through
// three sigmoids, each a hundredth smaller and a hundredth larger.

func thrice(_ x: Tensor) -> Tensor { sigmoid(sigmoid(sigmoid(x))) }

let five = Tape().watch(Tensor([-2, -1, 0, 1, 2], shape: [5]))
let derivatives = thrice(five).sum().backward()[five]!.scalars
let step = Tensor.filled(with: 0.01, [5])
let (below, above) = (thrice(five - step), thrice(five + step))
let differences = zip(below.scalars, above.scalars).map { ($1 - $0) / 0.02 }
show("from the tape", derivatives)
show("from differences", differences)
checks.expect(
  "finite differences give the same, relatively",
  got: zip(derivatives, differences).map { abs($1 / $0 - 1) }.max()!, atMost: Thresholds.difference)

// ## The tape, line by line
//
// Here are all lines of a tape: a number for each, the operation, the shape of its result, and the
// lines of its inputs.

heading("The tape, line by line")
let tape = Tape()
let numbers = tape.watch(Tensor([1, 2, 3], shape: [3]))
let squares = (numbers * numbers).sum()
for (number, line) in tape.lines.enumerated() {
  let source = line.inputs.isEmpty ? "given" : "from \(line.inputs)"
  show("line \(number): \(line.operation) \(line.shape), \(source)")
}

// Now from the last line to the first. Line 2 is a sum, whose derivative with respect to each number is
// 1, so line 1 gets [1, 1, 1]. Line 1 is a product of line 0 with line 0: each factor gets the gradient
// of the product times the other factor. Line 0 is both, so it gets [1, 2, 3] twice, and the two are
// added.

let ofSquares = squares.backward()[numbers]!
show("the gradient of line 0:", ofSquares)
checks.expect("it is twice each number", got: ofSquares.scalars, [2, 4, 6])

// ## Thirty layers
//
// Now a net: 784 pixels become 64 numbers, 28 layers make 64 numbers of 64, the last one makes ten
// scores of them. `Net/HiddenLayer.swift` holds the layer in the middle, plain, or residual with a
// shortcut (skip connection) around it, which adds the layer's input to its output:
//
//     plain   y = f(linear(x))             residual   y = x + f(linear(x))
//
// source: Chapters/Chapter1/Net/HiddenLayer.swift

heading("Thirty layers")
let digits = options.loadDataset(usual: .mnist)
let figures = Figures(options, of: digits, usual: .mnist)
let normalize = Normalize(mean: digits.training.mean, deviation: digits.training.deviation)
let batch = firstBatch(of: 64, digits.training, normalize)

// Six of them, with a sigmoid, a tanh or a ReLU for f, are shown 64 pictures, before any training. For
// each layer we take the norm of its weight's gradient, the root of the sum of all squares.

func gradientNorms(of models: [Model], on batch: Batch) -> [Trial<Model, GradientNorms>] {
  Experiment(models, seeds: [options.seed]).measure(log: log, as: "gradients") { model, seed in
    GradientNorms(of: model.net(seed: seed), on: batch)
  }
}
let six = gradientNorms(of: Model.six, on: batch)
show(normTable(six))
figures.show(normChart("Gradient norm per layer", six), as: "gradients")
checks.expectRatios(six, on: digits)

// In the plain nets the first layers get next to no gradient: on the way back each layer multiplies
// by its derivatives and by its weights, which begin small. With shortcuts they get about as much as the
// layers in the middle. Under ReLU that is far too much; we shall come back to it.
//
// On the tape of a net of six layers one can follow it: each line carries the norm of the gradient
// that flows back along it, and its color.

for isResidual in [false, true] {
  var random = Random(seed: options.seed)
  let net = DeepNet(depth: 6, .sigmoid, isResidual: isResidual, using: &random)
  let scores = net(batch.images.on(Tape(keepsValues: true)))
  figures.draw(
    net, loss: crossEntropy(scores, batch.labels), as: isResidual ? "tape-residual" : "tape-plain",
    caption: isResidual ? "Six layers, each with a shortcut around it" : "Six plain layers")
}

// A trap: the first number above is about 10⁻²⁴. Its square is too small for a `Float`, so a norm
// that is summed in `Float` is 0 where there is a gradient.

let least = Float(six[0].result.norms[0])
show("as Float", least, "and its square", least * least)
checks.expect("squared as a Float it is gone", got: least * least, 0)

// ## Why a shortcut helps
//
// The derivative of a sum is the sum of the derivatives, and that of x is 1. So that of x + F(x) is
// 1 + F′(x). First on one number, with a sigmoid for F:

heading("Why a shortcut helps")
var residual = Table("layers", "plain: all F′ multiplied", "residual: all 1 + F′ multiplied")
for n in [1, 10, 30] { residual.add(n, fromTape(n), fromTape(n) { $0 + sigmoid($0) }) }
show(residual)
checks.expect(
  "the shortcut adds exactly 1", got: fromTape(1) { $0 + sigmoid($0) }, 1 + fromTape(1))
checks.expect(
  "thirty residual sigmoids do not vanish", got: fromTape(30) { $0 + sigmoid($0) }, atLeast: 1)

// Then on the net. The backward function of a sum passes the gradient it gets to both inputs unchanged,
// to the shortcut and to the branch, which is the layer. We cut out the fifteenth hidden layer, give
// shortcut and branch each a copy of `x`, and add a zero behind the branch, whose gradient is the one
// the branch gets.

var ways = Table("f", "to the shortcut", "to the branch", "passed on by the branch", "ratio")
for activation in Activation.allCases {
  var random = Random(seed: options.seed)
  let net = DeepNet(activation, isResidual: true, using: &random)
  let layer = net.hidden[14]
  let x = net.hidden[..<14].reduce(net.enter(batch.images)) { x, layer in layer(x) }
  let tape = Tape()
  let (shortcut, input, zero) = (tape.watch(x), tape.watch(x), tape.watch(.zeros(x.shape)))
  let y = shortcut + (layer.branch(input) + zero)
  let scores = net.last(net.hidden[15...].reduce(y) { x, layer in layer(x) })
  let found = crossEntropy(scores, batch.labels).backward()
  let areSame = found[shortcut]!.scalars == found[zero]!.scalars
  checks.expect("\(activation): shortcut and branch get the same gradient", areSame)
  let (whole, part) = (norm(found[shortcut]!), norm(found[input]!))
  ways.add(activation, whole, norm(found[zero]!), part, part / whole)
  checks.expect("the branch passes on less", got: part / whole, atMost: Thresholds.passedOn)
}
show(ways)

// A plain layer would pass on only what stands in the fourth column. With a shortcut, `x` gets that and
// what stands in the second.

// ## Trained
//
// Now the six learn for 300 batches, each from several seeds. Three more join them, all with ReLU:
// one of two layers, a plain one with the larger first weights that He et al. (2015, "Delving deep
// into rectifiers") made for ReLU, and a residual one whose hidden layers begin with a tenth of the
// usual weights. All are trained by one loop. For training, pictures are put on a tape; in the
// evaluation they are on none.

func train(
  _ model: Model, seed: UInt64, learningRate: Float, on data: Dataset, _ normalize: Normalize,
  batchSize: Int, _ run: TrainingRun
) -> Outcome {
  let net = model.net(seed: seed)
  let optimizer = SGD(net.parameters, learningRate: learningRate, momentum: 0.9)
  for epoch in run.epochs {
    let order = Random(seed: seed &+ UInt64(epoch) << 32)
    let batches = data.training.batches(of: batchSize, normalize: normalize, shuffledBy: order)
    for batch in run.batches(batches) {
      let scores = net(batch.images.on(Tape()))
      let loss = crossEntropy(scores, batch.labels)
      optimizer.step(loss.backward())
      run.record(loss, scores, batch.labels)
    }
    run.endEpoch(evaluate(net, on: data.test.batches(of: 500, normalize: normalize)))
  }
  return Outcome(run)
}

func evaluate(_ net: any Layer, on batches: Batches) -> Score {
  var score = Score()
  for batch in batches {
    let predicted = net(batch.images).argMax()
    score.correct += zip(predicted, batch.labels).count { $0 == $1 }
    score.count += batch.labels.count
  }
  return score
}

heading("Trained")
let part = digits.prefix(training: 300 * 64, test: 2000)
let seeds = (0..<(options.quick ? 1 : 5)).map { options.seed &+ UInt64($0) }
let nine = Model.six + [.twoLayers, .heStart, .tenth]
let layers = Configuration(part, epochs: 1, batchSize: 64)
let trials = Experiment(nine, seeds: seeds).train(layers, log: log, as: "run") { model, seed, run in
  train(model, seed: seed, learningRate: 0.01, on: part, normalize, batchSize: 64, run)
}
show(outcomeTable(trials, of: nine, \.lossAtEnd, "loss in the last 50 batches"))
figures.show(lossChart("Thirty layers, trained", trials, of: nine, to: 3), as: "losses")
endIfInterrupted()
let accuracies = layers.bounds(among: Thresholds.accuracies) ?? [:]
checks.expect("test accuracy", of: trials, accuracies, \.accuracy)

// The plain nets guess: one picture in ten. With shortcuts, sigmoid and tanh learn. ReLU with shortcuts
// does not: what its layers add is never negative, so the sums grow from layer to layer, the gradients
// with them, and the loss leaps up until, nearly always, it is no number (its scores are none either, and
// right about nothing). Where 1 + F′ is multiplied thirty times, F′ must begin small: at a tenth that net
// learns too. Nor are shortcuts the only cure: with He's first weights, derivatives times weights are
// near 1, and the plain net begins to learn, from some seeds better than from others.

checks.expectRatios(gradientNorms(of: [.twoLayers, .heStart, .tenth], on: batch), on: digits)

// ## Depth that harms without vanishing
//
// The MNIST notebook, which chapter 2 follows, explains residual nets by vanishing gradients and by
// nothing else. He et al. (2015, "Deep residual learning", section 4.1) cured a degradation that is
// unlikely to be that: their nets had batch normalization, so gradients did not vanish, and still the
// deeper plain net was worse at the very pictures it learned from. The pre-activation notebook, which
// chapter 5 follows, says so too. `Net/ConvNet.swift` is a small copy of their nets:
//
// source: Chapters/Chapter1/Net/ConvNet.swift

heading("Depth that harms without vanishing")
let clothes = options.loadDataset(usual: .fashionMNIST)
let clothesFigures = Figures(options, of: clothes, usual: .fashionMNIST)
let unit = Normalize(mean: clothes.training.mean, deviation: clothes.training.deviation)
let byDepth = Model.convolutions(depths: options.quick ? [10, 22] : [10, 22, 54])
let lengths = gradientNorms(of: byDepth, on: firstBatch(of: 128, clothes.training, unit))
show(normTable(lengths))
clothesFigures.show(normChart("No gradient vanishes", lengths), as: "depths-gradients")
checks.expectNotVanished(lengths, on: clothes)

// None vanishes. In the deepest plain net they even grow on the way back, a hundredfold; the paper
// calls its own healthy. Now the nets learn from 10,000 photographs of clothes, three times over, by
// the loop above with a learning rate of 0.1:

let few = clothes.prefix(training: 10_000, test: 2000)
let batchSize = options.batchSize ?? 128
let depths = Configuration(
  few, epochs: options.epochs ?? (options.quick ? 1 : 3), batchSize: batchSize)
let depthTrials = Experiment(byDepth, seeds: options.full ? seeds : [options.seed])
  .train(depths, log: log, as: "run") { model, seed, run in
    train(model, seed: seed, learningRate: 0.1, on: few, unit, batchSize: batchSize, run)
  }
show(outcomeTable(depthTrials, of: byDepth, \.loss, "loss in the last epoch"))
let picture = lossChart("The deeper plain net learns worse", depthTrials, of: byDepth, to: 2.5)
clothesFigures.show(picture, as: "depths-losses")
endIfInterrupted()
checks.expect(depths.bounds(among: DepthThresholds.losses) ?? [], of: depthTrials, \.loss)

// This is the loss on the pictures they learned from, so the deepest plain net does not overfit; it
// does not even find what a shallow net finds, though it could copy that and do nothing in its other
// layers. For a residual block, to do nothing is to add zero. Chapter 2 builds one.

checks.finish(about)
