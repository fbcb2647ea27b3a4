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

let options = ChapterOptions.parse(about, ending)
let log = options.openLog()
var checks = Checks()

// ## A product of derivatives
//
// Put a number through a sigmoid, the result through another, and so on. If the first number changes
// a little, by how much does the last one change? By the chain rule, by the product of all derivatives
// on the way. That of a sigmoid is y · (1 − y), where y is its result: a quarter at most.

heading(
  "A product of derivatives",
  "If the first number changes a little, by how much does the last one change?")

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

// ### Checked by differences
//
// part: Chapters/Chapter1/Parts/FiniteDifferences.swift

finiteDifferences(&checks)

// ## The tape, line by line
//
// part: Chapters/Chapter1/Parts/TapeLines.swift

tapeLines(&checks)

// ## Thirty layers
//
// Now a net: 784 pixels become 64 numbers, 28 layers make 64 numbers of 64, the last one makes ten
// scores of them. `Net/HiddenLayer.swift` holds the layer in the middle, plain, or residual with a
// shortcut (skip connection) around it, which adds the layer's input to its output:
//
//     plain   y = f(linear(x))             residual   y = x + f(linear(x))
//
// source: Chapters/Chapter1/Net/HiddenLayer.swift

heading(
  "Thirty layers",
  "Now a net: 784 pixels become 64 numbers, 28 layers make 64 numbers of 64, the last one makes ten "
    + "scores of them.")
let digits = options.loadDataset(usual: .mnist)
let drawings = Figures(options)
let figures = Figures(options, of: digits, usual: .mnist)
let normalize = Normalize(mean: digits.training.mean, deviation: digits.training.deviation)
let batch = firstBatch(of: 64, digits.training, normalize)

// Six of them, with a sigmoid, a tanh or a ReLU for f, are shown 64 pictures, before any training. For
// each layer we take the gradient norm of its weight: the root of the sum of all squares.

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
// by its derivatives and by its weights, which begin small. With shortcuts they get about as much as
// the layers in the middle, or more. Under ReLU that is far too much; we shall come back to it.
//
// On the tape of a net of six layers one can follow it. Each line carries the root mean square of the
// gradient that flows back along it, and is as wide as its logarithm: the norm, divided by the root of how
// many numbers the gradient has, so that lines of different shapes can be compared.

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
// part: Chapters/Chapter1/Parts/WhyAShortcutHelps.swift

whyAShortcutHelps(fromTape, on: batch, seed: options.seed, &checks)

// ## Sums and Jacobians
//
// part: Chapters/Chapter1/Parts/SumsAndJacobians.swift

sumsAndJacobians(figures, on: batch, seed: options.seed, &checks)

// ## Xavier and Kaiming
//
// part: Chapters/Chapter1/Parts/FirstWeights.swift

firstWeights(drawings, seed: options.seed, &checks)

// ## Momentum
//
// part: Chapters/Chapter1/Parts/Momentum.swift

momentum(drawings, &checks)

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
  var norms: [GradientNorms] = []
  for epoch in run.epochs {
    let order = Random(seed: seed &+ UInt64(epoch) << 32)
    let batches = data.training.batches(of: batchSize, normalize: normalize, shuffledBy: order)
    for batch in run.batches(batches) {
      let scores = net(batch.images.on(Tape()))
      let loss = crossEntropy(scores, batch.labels)
      let gradients = loss.backward()
      norms.append(GradientNorms(of: net, gradients))
      optimizer.step(gradients)
      run.record(loss, scores, batch.labels)
    }
    run.endEpoch(evaluate(net, on: data.test.batches(of: 500, normalize: normalize)))
  }
  return Outcome(run, norms)
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

heading("Trained", "Now the six learn for 300 batches, each from several seeds.")
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

heading(
  "Depth that harms without vanishing",
  "The MNIST notebook, which chapter 2 follows, explains residual nets by vanishing gradients and by "
    + "nothing else.")
let clothes = options.loadDataset(usual: .fashionMNIST)
let clothesFigures = Figures(options, of: clothes, usual: .fashionMNIST)
let unit = Normalize(mean: clothes.training.mean, deviation: clothes.training.deviation)
let byDepth = Model.convolutions(
  depths: options.quick ? [10, 22] : options.full ? [10, 54] : [10, 22, 54])
let lengths = gradientNorms(of: byDepth, on: firstBatch(of: 128, clothes.training, unit))
show(normTable(lengths))
clothesFigures.show(normChart("No gradient vanishes", lengths), as: "depths-gradients")
checks.expectNotVanished(lengths, on: clothes)

// None vanishes before training. In the deepest plain net they even grow on the way back, a hundredfold;
// the paper calls its own healthy.
//
// ## Norms make gradients grow
//
// part: Chapters/Chapter1/Parts/NormsInPlainNets.swift

normsInPlainNets(drawings, lengths, seed: options.seed, &checks)

// ## Three epochs
//
// Now the nets learn from 10,000 photographs of clothes, three times over, by the loop above with a
// learning rate of 0.1. With `--full` it is 15 epochs from five seeds, and from three at 0.01 for the plain
// nets, too.

heading(
  "Three epochs",
  "Now the nets learn from 10,000 photographs of clothes, three times over, by the loop above with a "
    + "learning rate of 0.1.")
let few = clothes.prefix(training: 10_000, test: 2000)
let batchSize = options.batchSize ?? 128
let depths = Configuration(
  few, epochs: options.epochs ?? (options.quick ? 1 : options.full ? 15 : 3), batchSize: batchSize)

func learn(_ models: [Model], seeds: [UInt64], learningRate: Float) -> [Trial<Model, Outcome>] {
  Experiment(models, seeds: seeds).train(depths, log: log, as: "depth") { model, seed, run in
    train(
      model, seed: seed, learningRate: learningRate, on: few, unit, batchSize: batchSize, run)
  }
}
let depthTrials = learn(
  byDepth, seeds: options.full ? seeds : [options.seed], learningRate: 0.1)
show(outcomeTable(depthTrials, of: byDepth, \.loss, "loss in the last epoch"))
let picture = lossChart("The deeper plain net learns worse", depthTrials, of: byDepth, to: 2.5)
clothesFigures.show(picture, as: "depths-losses")
endIfInterrupted()
checks.expect(depths.bounds(among: DepthThresholds.losses) ?? [], of: depthTrials, \.loss)

// This is the loss on the pictures they learned from, so the deepest plain net does not overfit. But it
// still falls steeply, and this is one seed: so far we have seen a slow start. What follows are 15 epochs.

let threeSeeds = Array(seeds.prefix(3))
let slowTrials = options.full ? learn(Model.slow, seeds: threeSeeds, learningRate: 0.01) : []
endIfInterrupted()
let fifteen = DepthRun(depthTrials + slowTrials, of: depths) ?? .recorded

// ## Fifteen epochs, five seeds
//
// part: Chapters/Chapter1/Parts/FifteenEpochs.swift

fifteenEpochs(fifteen, drawings, &checks)

// So the deepest plain net does not find what a shallow net finds, though it could copy that and do nothing
// in its other layers. For a residual block, to do nothing is to add zero. Chapter 2 builds one.

checks.finish(about, ending)
