// # Chapter 1. Why deep nets stop learning
//
// A net of two layers learns to read digits, and one of thirty, built from the same layers, does not.
// This chapter looks for the reason by hand, on a tape and in a net, lays a wire around each layer,
// and trains both. At the end it shows a second reason, which is another one.

import Autograd
import Chapter1Net
import Datasets
import Foundation
import Layers
import Notebook
import Plots

let options = ChapterOptions.parse(
  chapter: 1,
  abstract: "Why deep nets stop learning: gradients that vanish, and depth that does harm.",
  epochs: 3, batchSize: 128, dataset: .mnist)
let log = orExit { try options.log.map { try JSONLines($0) } }
var checks = Checks()
Interrupt.watch()

// ## A product of slopes
//
// Put a number through a sigmoid, the result through another, and so on. If the first number moves a
// little, by how much does the last one move? By the chain rule, by the product of all slopes on the
// way. The slope of a sigmoid is y · (1 − y), where y is what came out: a quarter at most.

heading("A product of slopes")

func slopeByHand(_ sigmoids: Int) -> Double {
  var (y, product) = (0.0, 1.0)
  for _ in 0..<sigmoids {
    y = 1 / (1 + exp(-y))
    product *= y * (1 - y)
  }
  return product
}

// The engine has its own way: it writes down what is computed, on a tape, and reads the tape backwards.

func slopeFromTape(_ times: Int, _ f: (Tensor) -> Tensor = { sigmoid($0) }) -> Double {
  let x = Tape().watch(Tensor(0))
  let y = (0..<times).reduce(x) { y, _ in f(y) }
  return Double(y.backward()[x]!.scalar)
}

let counts = [1, 2, 5, 10, 20, 30, 50, 100]
var products = Table("sigmoids", "¼ so many times", "by hand", "from the tape")
for n in counts { products.add(n, pow(0.25, Double(n)), slopeByHand(n), slopeFromTape(n)) }
show(products)

let apart = counts.filter { $0 <= 50 }.map { abs(slopeFromTape($0) / slopeByHand($0) - 1) }
checks.expect("tape and hand agree, relatively", got: apart.max()!, atMost: Thresholds.tape)
checks.expect(
  "no product is more than so many quarters",
  counts.allSatisfy { slopeByHand($0) <= pow(0.25, Double($0)) })

// A hundred sigmoids are too many for the tape: its numbers are `Float`s, and the least of them is
// 1.4 · 10⁻⁴⁵. What is smaller is 0. By hand we used `Double`s, which end at 10⁻³²⁴.

checks.expect("after a hundred sigmoids the tape says 0", got: slopeFromTape(100), 0)

// Do not believe either. A derivative says what a small nudge does, so we nudge: five numbers go
// through three sigmoids, each a hundredth further down and a hundredth further up.

func thrice(_ x: Tensor) -> Tensor { sigmoid(sigmoid(sigmoid(x))) }

let places: [Float] = [-2, -1, 0, 1, 2]
let watched = Tape().watch(Tensor(places, shape: [5]))
let slopes = thrice(watched).sum().backward()[watched]!.scalars
let below = thrice(Tensor(places.map { $0 - 0.01 }, shape: [5])).scalars
let above = thrice(Tensor(places.map { $0 + 0.01 }, shape: [5])).scalars
let nudged = zip(below, above).map { ($1 - $0) / 0.02 }
show("from the tape", slopes)
show("from the nudge", nudged)
checks.expect(
  "a nudge finds the same slopes, relatively",
  got: zip(slopes, nudged).map { abs($1 / $0 - 1) }.max()!, atMost: Thresholds.nudge)

// ## The tape, read aloud
//
// Here are all lines of a tape: a number for each, the operation, the shape of what came out, and
// the lines it was computed from.

heading("The tape, read aloud")
let tape = Tape()
let three = tape.watch(Tensor([1, 2, 3], shape: [3]))
let squares = (three * three).sum()
for (number, line) in tape.lines.enumerated() {
  let source = line.inputs.isEmpty ? "given" : "from \(line.inputs)"
  show("line \(number): \(line.operation) \(line.shape), \(source)")
}

// Now from the last line to the first. Line 2, a sum: each number moves it by as much as it moves
// itself, so line 1 gets [1, 1, 1]. Line 1, a product of line 0 with line 0: each factor gets what came,
// times the other factor. Line 0 is both, so it gets [1, 2, 3] twice, and what comes twice is added.

let ofSquares = squares.backward()[three]!
show("the gradient of line 0:", ofSquares)
checks.expect("it is twice each number", got: ofSquares.scalars, [2, 4, 6])

// ## Thirty layers
//
// Now a net: 784 pixels become 64 numbers, 28 layers make 64 numbers of 64, the last one makes ten
// scores of them. `Net/HiddenLayer.swift` holds the layer in the middle, plain or with a wire around it:
//
//     plain   y = f(linear(x))             wired   y = x + f(linear(x))

heading("Thirty layers")
let digits = options.loadDataset(usual: .mnist)
let figures = Figures(options, of: digits, usual: .mnist)
let thresholds = Thresholds.known[digits.name]
let normalize = Normalize(mean: digits.training.mean, deviation: digits.training.deviation)
let batch = firstBatch(of: 64, digits.training, normalize)

// Six of them, with a sigmoid, a tanh or a ReLU for f, are shown 64 pictures. Of each weight we ask
// how long its gradient is: its norm, the root of the sum of all squares.

var sizes = Table("net", "layer 1", "2", "10", "20", "29", "30", "layer 1 : 30")
let gradients = Contestant.six.map { ($0, GradientNorms(of: $0, seed: options.seed, on: batch)) }
for (net, gradient) in gradients {
  let n = gradient.norms
  sizes.add(net.name, n[0], n[1], n[9], n[19], n[28], n[29], gradient.share)
  orExit { try log?.append(["gradients": gradient]) }
}
show(sizes)
figures.show(normChart("How much each layer is told to change", gradients), as: "gradients")
checks.expectShares(gradients.map(\.1), thresholds?.shares)

// In the plain nets the early layers are told next to nothing. Each layer on the way back multiplies by
// its slopes and by its weights, which begin small. With the wire the first layers are told as much
// as the last, and under ReLU far too much; we shall come back to that.
//
// One trap is worth a look. The norm of the sigmoid net's first gradient is about 10⁻²⁴. Its squares are
// too small for a `Float`, so a norm that is summed in `Float` says 0 where there is something.

let smallest = gradients[0].1.norms[0]
show("as Double", smallest, "and its square as Float", Float(smallest) * Float(smallest))
checks.expect("squared as a Float it is gone", got: Float(smallest) * Float(smallest), 0)

// ## Why a wire helps
//
// The derivative of a sum is the sum of the derivatives, and that of x is 1. So that of x + F(x) is
// 1 + F′(x). First on one number, with a sigmoid for F:

heading("Why a wire helps")
var wires = Table("layers", "plain: all F′ multiplied", "wired: all 1 + F′ multiplied")
for n in [1, 10, 30] { wires.add(n, slopeFromTape(n), slopeFromTape(n) { $0 + sigmoid($0) }) }
show(wires)
checks.expect(
  "the wire adds exactly 1", got: slopeFromTape(1) { $0 + sigmoid($0) }, 1 + slopeFromTape(1))
checks.expect(
  "thirty wired sigmoids do not vanish", got: slopeFromTape(30) { $0 + sigmoid($0) }, atLeast: 1)

// Then on the net. The sum hands the gradient it is given to both of its inputs unchanged, to the wire
// and to the layer. We cut out the fifteenth hidden layer, give each way its own copy of `x`, and add a
// zero behind the layer, whose gradient is what the layer is handed.

var ways = Table("f", "to the wire", "to the layer", "what the layer hands on", "its share")
for activation in Activation.allCases {
  var random = Random(seed: options.seed)
  let net = DeepNet(activation, isWired: true, using: &random)
  let x = net.hidden[..<14].reduce(net.enter(batch.images)) { x, layer in layer(x) }
  let tape = Tape()
  let (wire, road, zero) = (tape.watch(x), tape.watch(x), tape.watch(.zeros(x.shape)))
  let y = wire + (net.hidden[14].road(road) + zero)
  let scores = net.last(net.hidden[15...].reduce(y) { x, layer in layer(x) })
  let found = crossEntropy(scores, batch.labels).backward()
  checks.expect(
    "\(activation): both ways are handed the same", found[wire]!.scalars == found[zero]!.scalars)
  let (whole, part) = (norm(found[wire]!), norm(found[road]!))
  ways.add(activation, whole, norm(found[zero]!), part, part / whole)
}
show(ways)

// A plain layer would hand on only what stands in the fourth column. With the wire, `x` gets the second
// and the fourth, added up.

// ## Trained
//
// Now the six learn for 300 batches, each from several seeds. Two more join them, both with ReLU: a
// plain one with the larger first weights that He et al. (2015, "Delving deep") made for ReLU, and a
// wired one whose hidden layers start at a tenth.

heading("Trained")
let course = Course(
  training: digits.training.prefix(300 * 64), test: digits.test.prefix(2000), normalize: normalize,
  batchSize: 64, learningRate: 0.01)
let seeds = (0..<(options.quick ? 1 : 5)).map { options.seed &+ UInt64($0) }
let eight = Contestant.six + Contestant.otherStarts
let runs = race(eight, seeds: seeds, on: course, log: log)

var results = Table("net", "test accuracy", "loss at the end")
for name in runs.names {
  results.add(name, runs.named(name).spread(\.accuracy), runs.named(name).spread(\.lossAtEnd))
}
show(results)
let lossPicture = lossChart(
  "Thirty layers, trained", runs, of: eight, smoothedOver: 10, to: 3)
figures.show(lossPicture, as: "losses")
endIfInterrupted()
checks.expectAccuracies(runs, thresholds?.accuracies)

// The plain nets guess: one picture in ten. With a wire, sigmoid and tanh learn. ReLU with a wire
// does not: what it adds is never negative, so the sums grow from layer to layer, the gradients with
// them, and soon the loss is no number. Where 1 + F′ is multiplied thirty times, F′ must begin small;
// at a tenth that net learns too. Nor is a wire the only cure: He's first weights keep the product
// of slopes near 1 without one. Document 000 knows one cure.

// ## Depth that harms without vanishing
//
// Document 000 explains residual nets by gradients that vanish. He et al. (2015, section 4.1) say
// that what their nets cured is unlikely to be that: theirs had batch normalization, which keeps
// gradients from vanishing, and still the deeper plain net was worse at the pictures it learned from.
// `Net/ConvNet.swift` is a small copy of theirs. First one backward pass:

heading("Depth that harms without vanishing")
let clothes = options.loadDataset(usual: .fashionMNIST)
let clothesFigures = Figures(options, of: clothes, usual: .fashionMNIST)
let unit = Normalize(mean: clothes.training.mean, deviation: clothes.training.deviation)
let photos = firstBatch(of: 128, clothes.training, unit)
let byDepth = Contestant.ofDepths(options.quick ? [10, 22] : [10, 22, 54])
let norms = byDepth.map { ($0, GradientNorms(of: $0, seed: options.seed, on: photos)) }

var lengths = Table("net", "first layer", "shortest", "longest", "last layer")
for (net, found) in norms {
  lengths.add(net.name, found.norms[0], found.norms.min()!, found.norms.max()!, found.norms.last!)
  orExit { try log?.append(["gradients": found]) }
}
show(lengths)
clothesFigures.show(normChart("No gradient vanishes", norms), as: "depths-gradients")
checks.expectNotVanished(norms.map(\.1), on: clothes)

// None vanishes. In the deep plain net they even grow on the way back, a hundredfold. Now 10,000
// photographs of clothes, three times over:

let depthCourse = Course(
  training: clothes.training.prefix(10_000), test: clothes.test.prefix(2000), normalize: unit,
  epochs: options.epochs ?? (options.quick ? 1 : 3), batchSize: options.batchSize ?? 128,
  learningRate: 0.1)
let depthSeeds = options.full ? seeds : [options.seed]
let depthRuns = race(byDepth, seeds: depthSeeds, on: depthCourse, log: log)

var outcome = Table("net", "loss in the last epoch", "test accuracy")
for name in depthRuns.names {
  let same = depthRuns.named(name)
  outcome.add(name, same.spread(\.loss), same.spread(\.accuracy))
}
show(outcome)
let depthPicture = lossChart(
  "The deeper plain net learns worse", depthRuns, of: byDepth, smoothedOver: 13, to: 2.5)
clothesFigures.show(depthPicture, as: "depths-losses")
endIfInterrupted()
checks.expectDepths(depthRuns, of: depthCourse, on: clothes)

// This is the loss on the pictures it learned from: the deep plain net does not learn too much by
// heart, it cannot even find what the shallow one found, though it could copy it and do nothing in
// the other layers. For a residual block nothing is what it begins with. Chapter 2 builds one.

checks.finish()
