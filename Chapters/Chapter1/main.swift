// # Chapter 1. Why deep nets stop learning
//
// A net of two layers learns to read digits; one of thirty, built in the same way, does not. This
// chapter looks for the reason by hand, on a tape and in a net, lays a wire around each layer, and
// trains both. At its end deep nets fail once more, for another reason.

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

// ## A product of slopes
//
// Put a number through a sigmoid, the result through another, and so on. If the first number moves
// a little, by how much does the last one move? By the chain rule, by the product of all slopes on
// the way. The slope of a sigmoid is y · (1 − y), where y is what came out: a quarter at most.

heading("A product of slopes")

func slopeByHand(_ sigmoids: Int) -> Double {
  var (y, product) = (0.0, 1.0)
  for _ in 0..<sigmoids {
    y = 1 / (1 + exp(-y))
    product *= y * (1 - y)
  }
  return product
}

// The engine has its own way: it writes down what is computed, on a tape, and reads the tape
// backwards.

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

let five = Tape().watch(Tensor([-2, -1, 0, 1, 2], shape: [5]))
let slopes = thrice(five).sum().backward()[five]!.scalars
let nudge = Tensor.filled(with: 0.01, [5])
let (below, above) = (thrice(five + -1 * nudge), thrice(five + nudge))
let nudged = zip(below.scalars, above.scalars).map { ($1 - $0) / 0.02 }
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
let numbers = tape.watch(Tensor([1, 2, 3], shape: [3]))
let squares = (numbers * numbers).sum()
for (number, line) in tape.lines.enumerated() {
  let source = line.inputs.isEmpty ? "given" : "from \(line.inputs)"
  show("line \(number): \(line.operation) \(line.shape), \(source)")
}

// Now from the last line to the first. Line 2, a sum: each number moves it by as much as it moves
// itself, so line 1 gets [1, 1, 1]. Line 1, a product of line 0 with line 0: each factor gets what
// came, times the other factor. Line 0 is both, so it gets [1, 2, 3] twice, and what comes twice is
// added.

let ofSquares = squares.backward()[numbers]!
show("the gradient of line 0:", ofSquares)
checks.expect("it is twice each number", got: ofSquares.scalars, [2, 4, 6])

// ## Thirty layers
//
// Now a net: 784 pixels become 64 numbers, 28 layers make 64 numbers of 64, the last one makes ten
// scores of them. `Net/HiddenLayer.swift` holds the layer in the middle, plain or with a wire
// around it:
//
//     plain   y = f(linear(x))             wired   y = x + f(linear(x))
//
// source: Chapters/Chapter1/Net/HiddenLayer.swift

heading("Thirty layers")
let digits = options.loadDataset(usual: .mnist)
let figures = Figures(options, of: digits, usual: .mnist)
let thresholds = Thresholds.known[digits.name]
let normalize = Normalize(mean: digits.training.mean, deviation: digits.training.deviation)
let batch = firstBatch(of: 64, digits.training, normalize)

// Six of them, with a sigmoid, a tanh or a ReLU for f, are shown 64 pictures. Of each weight we ask
// how long its gradient is: its norm, the root of the sum of all squares.

let six = gradientNorms(of: Contestant.six, seed: options.seed, on: batch, log: log)
show(normTable(six))
let told = normChart("How much each layer is told to change", six, of: Contestant.six)
figures.show(told, as: "gradients")
checks.expectShares(six, thresholds)

// In the plain nets the first layers are told next to nothing: on the way back each layer
// multiplies by its slopes and by its weights, which begin small. With a wire they are told about
// as much as the layers in the middle. Under ReLU that is far too much; we shall come back to it.
//
// On the tape of a net of six layers one can follow it: each road is labelled with the length of what
// flows back along it, and coloured by it.

for isResidual in [false, true] {
  var random = Random(seed: options.seed)
  let net = DeepNet(depth: 6, .sigmoid, isResidual: isResidual, using: &random)
  let scores = net(batch.images.on(Tape(keepsValues: true)))
  figures.draw(
    net, loss: crossEntropy(scores, batch.labels), as: isResidual ? "tape-wired" : "tape-plain",
    caption: isResidual ? "Six layers, each with a wire around it" : "Six plain layers")
}

// A trap: the first number above is about 10⁻²⁴. Its square is too small for a `Float`, so a norm
// that is summed in `Float` says 0 where there is something.

let least = six[0].norms[0]
show("as Double", least, "and its square as Float", Float(least) * Float(least))
checks.expect("squared as a Float it is gone", got: Float(least) * Float(least), 0)

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

// Then on the net. The sum hands the gradient it is given to both of its inputs unchanged, to the
// wire and to the layer. We cut out the fifteenth hidden layer, give each way its own copy of `x`,
// and add a zero behind the layer, whose gradient is what the layer is handed.

var ways = Table("f", "to the wire", "to the layer", "what the layer hands on", "its share")
for activation in Activation.allCases {
  var random = Random(seed: options.seed)
  let net = DeepNet(activation, isResidual: true, using: &random)
  let x = net.hidden[..<14].reduce(net.enter(batch.images)) { x, layer in layer(x) }
  let tape = Tape()
  let (wire, road, zero) = (tape.watch(x), tape.watch(x), tape.watch(.zeros(x.shape)))
  let y = wire + (net.hidden[14].branch(road) + zero)
  let scores = net.last(net.hidden[15...].reduce(y) { x, layer in layer(x) })
  let found = crossEntropy(scores, batch.labels).backward()
  checks.expect(
    "\(activation): both ways are handed the same", found[wire]!.scalars == found[zero]!.scalars)
  let (whole, part) = (norm(found[wire]!), norm(found[road]!))
  ways.add(activation, whole, norm(found[zero]!), part, part / whole)
  checks.expect("the layer hands on less", got: part / whole, atMost: Thresholds.handedOn)
}
show(ways)

// A plain layer would hand on only what stands in the fourth column. With a wire, `x` gets that and
// what stands in the second.

// ## Trained
//
// Now the six learn for 300 batches, each from several seeds. Three more join them, all with ReLU:
// one of two layers, a plain one with the larger first weights that He et al. (2015, "Delving deep
// into rectifiers") made for ReLU, and a wired one whose hidden layers start with a tenth of the
// usual ones.

Interrupt.watch()
heading("Trained")
let course = Course(
  training: digits.training.prefix(300 * 64), test: digits.test.prefix(2000), normalize: normalize,
  batchSize: 64, learningRate: 0.01)
let seeds = (0..<(options.quick ? 1 : 5)).map { options.seed &+ UInt64($0) }
let nine = Contestant.six + Contestant.three
let runs = race(nine, seeds: seeds, on: course, log: log)
show(runTable(runs, \.lossAtEnd, "loss in the last 50 batches"))
figures.show(lossChart("Thirty layers, trained", runs, of: nine, to: 3), as: "losses")
endIfInterrupted()
checks.expectAccuracies(runs, thresholds)

// The plain nets guess: one picture in ten. With a wire, sigmoid and tanh learn. ReLU with a wire
// does not: what it adds is never negative, so the sums grow from layer to layer, the gradients
// with them, and the loss leaps up until, nearly always, it is no number. Where 1 + F′ is
// multiplied thirty times, F′ must begin small: at a tenth that net learns too. Nor is a wire the
// only cure: with He's first weights slopes times weights are near 1, and the plain net begins to
// learn, from some seeds better than from others.

let three = gradientNorms(of: Contestant.three, seed: options.seed, on: batch, log: log)
checks.expectShares(three, thresholds)

// ## Depth that harms without vanishing
//
// Document 000 explains residual nets by vanishing gradients and by nothing else. He et al. (2015,
// "Deep residual learning", section 4.1) say that what they cured is unlikely to be that: their
// nets had batch normalization, so gradients did not vanish, and still the deeper plain net was
// worse at the very pictures it learned from. Document 003 says so too. `Net/ConvNet.swift` is a
// small copy of their nets. First, one backward pass:
//
// source: Chapters/Chapter1/Net/ConvNet.swift

heading("Depth that harms without vanishing")
let clothes = options.loadDataset(usual: .fashionMNIST)
let clothesFigures = Figures(options, of: clothes, usual: .fashionMNIST)
let unit = Normalize(mean: clothes.training.mean, deviation: clothes.training.deviation)
let photos = firstBatch(of: 128, clothes.training, unit)
let byDepth = Contestant.ofDepths(options.quick ? [10, 22] : [10, 22, 54])
let lengths = gradientNorms(of: byDepth, seed: options.seed, on: photos, log: log)
show(normTable(lengths))
clothesFigures.show(
  normChart("No gradient vanishes", lengths, of: byDepth), as: "depths-gradients")
checks.expectNotVanished(lengths, on: clothes)

// None vanishes. In the deepest plain net they even grow on the way back, a hundredfold; the paper
// calls its own healthy. Now the nets learn from 10,000 photographs of clothes, three times over:

let depthCourse = Course(
  training: clothes.training.prefix(10_000), test: clothes.test.prefix(2000), normalize: unit,
  epochs: options.epochs ?? (options.quick ? 1 : 3), batchSize: options.batchSize ?? 128,
  learningRate: 0.1)
let depthSeeds = options.full ? seeds : [options.seed]
let depthRuns = race(byDepth, seeds: depthSeeds, on: depthCourse, log: log)
show(runTable(depthRuns, \.loss, "loss in the last epoch"))
let depthPicture = lossChart("The deeper plain net learns worse", depthRuns, of: byDepth, to: 2.5)
clothesFigures.show(depthPicture, as: "depths-losses")
endIfInterrupted()
checks.expectDepths(depthRuns, of: depthCourse, on: clothes)

// This is the loss on the pictures they learned from, so the deepest plain net does not know them
// by heart; it does not even find what a shallow net finds, though it could copy that and do
// nothing in its other layers. For a residual block, to do nothing is to add zero. Chapter 2 builds
// one. (The test accuracies of such short trainings swing from epoch to epoch, and nothing is
// claimed of them.)

checks.finish()
