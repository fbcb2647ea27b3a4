// # Chapter 3. Shortcuts that fit
//
// The block of chapter 2 returns the shape it is given; it has to, for the sum. A net, though, needs
// fewer pixels and more channels from stage to stage. So the shortcut must be able to change the shape
// as well. This chapter puts a 1 × 1 convolution on it, the smallest layer that can, and then compares
// five implementation variants of the residual block: those of the MNIST notebook of chapter 2, of two
// more notebooks, and of two papers by He et al. The ResNet-18 notebook, a Chinese PyTorch notebook, is
// the subject of chapter 4; the pre-activation notebook, a Chinese MXNet notebook, of chapter 5.

import Autograd
import Chapter2Net
import Chapter3Blocks
import Layers
import Notebook

let options = ChapterOptions.parse(about, ending)
var checks = Checks()
var random = Random(seed: options.seed)
let figures = Figures(options)

// ## Nested solution spaces
//
// part: Chapters/Chapter3/Parts/NestedSpaces.swift

nestedSpaces(figures, &checks)

// ## Batch normalization
//
// The blocks of this chapter have batch norms, and so have nearly all residual nets. This is what one does.
//
// part: Chapters/Chapter3/Parts/BatchNormalization.swift

batchNormalization(figures, seed: options.seed, &checks)

// ### Its gradient
//
// part: Chapters/Chapter3/Parts/NormGradient.swift

normGradient(seed: options.seed, &checks)

// ### Running statistics
//
// part: Chapters/Chapter3/Parts/RunningStatistics.swift

runningStatistics(figures, seed: options.seed, &checks)

// ## What happens without a 1 × 1 convolution
//
// Four images of three channels go through a branch of two convolutions, of which the first has stride 2
// and returns six channels. The shortcut returns the images unchanged.

heading(
  "What happens without a 1 × 1 convolution",
  "The shortcut returns the images unchanged.")
let given = [4, 3, 6, 6]
let branch = orExit { try Shapes.conv2D(given, [6, 3, 3, 3], stride: 2, padding: 1) }
show("branch   ", branch)
show("shortcut ", given)

var refusal = ""
do { _ = try Shapes.add(branch, given) } catch { refusal = "\(error)" }
show(refusal)
checks.expect(
  "the sum is refused, with both shapes",
  refusal.contains("\(branch)") && refusal.contains("\(given)"))

// A net that adds them ends there. The figure shows what it computed until then, and the sentence in the
// place of the sum:

final class WithoutProjection: Layer {
  let conv1, conv2: Conv2D
  init(using random: inout Random) {
    conv1 = Conv2D(3, 6, kernelSize: 3, stride: 2, padding: 1, using: &random)
    conv2 = Conv2D(6, 6, kernelSize: 3, padding: 1, using: &random)
  }
  func forward(_ x: Tensor) -> Tensor { conv2(relu(conv1(x))) + x }
}
var forThisNet = Random(seed: options.seed)
let said = figures.draw(
  upToErrorOf: WithoutProjection(using: &forThisNet), input: given, as: "without-projection",
  caption: "The sum does not fit")
checks.expect("the net ends with the sentence of the sum", said == refusal)

// ## The block
//
// `Blocks/Residual.swift`, beside this file. Its branch, its shortcut, and their sum:
//
//     branch      b2(conv2(relu(b1(conv1(x)))))
//     shortcut    conv3?(x) ?? x
//     forward     relu(branch(x) + shortcut(x))
//
// In both notebooks an argument says whether to use `conv3`. But that follows from the channels and the
// stride, and an argument that follows from others can only be wrong; the block works it out.
//
// source: Chapters/Chapter3/Blocks/Residual.swift

heading(
  "The block",
  "But that follows from the channels and the stride, and an argument that follows "
    + "from others can only be wrong; the block works it out.")
let keeping = Residual(3, 3, using: &random)
let halving = Residual(3, 6, stride: 2, using: &random)
let widening = PreactivationResidual(1, 3, using: &random)
show(halving)

func shape(_ block: any Layer, _ x: [Int]) -> [Int] { block(.uniform(x, using: &random)).shape }

var shapes = Table("block", "given", "expected", "got")
func expectShape(_ name: String, _ block: any Layer, _ x: [Int], _ expected: [Int]) {
  let got = shape(block, x)
  shapes.add(name, x, expected, got)
  checks.expect("\(name): \(x) gives \(expected)", got == expected)
}
expectShape("ResNet-18 notebook, 3 to 3", keeping, [4, 3, 6, 6], [4, 3, 6, 6])
expectShape("ResNet-18 notebook, 3 to 6, stride 2", halving, [4, 3, 6, 6], [4, 6, 3, 3])
expectShape("pre-activation notebook, 1 to 3", widening, [1, 1, 96, 96], [1, 3, 96, 96])
show(shapes)
checks.expect("a block that keeps the shape has no conv3", keeping.conv3 == nil)

// ## A 1 × 1 convolution is a product at each pixel
//
// Its window is one pixel, so it mixes the channels there and nothing else. With each pixel as a row of
// three numbers, a linear layer with the same weights gives the same six numbers.

heading(
  "A 1 × 1 convolution is a product at each pixel",
  "Its window is one pixel, so it mixes the channels there and nothing else.")

/// `[N, C, H, W]` as one row per pixel, `[N · H · W, C]`.
func pixels(_ x: Tensor) -> Tensor {
  let (n, c, area) = (x.shape[0], x.shape[1], x.shape[2] * x.shape[3])
  let scalars = x.scalars
  let rows = (0..<n * area).flatMap { row in
    (0..<c).map { scalars[(row / area * c + $0) * area + row % area] }
  }
  return Tensor(rows, shape: [n * area, c])
}

let x = Tensor.uniform(given, in: -1...1, using: &random)
let mixing = Conv2D(3, 6, kernelSize: 1, using: &random)
let weight = mixing.weight.value.reshaped([6, 3])
let byWindow = pixels(mixing(x)).scalars
let byProduct = linear(pixels(x), weight, mixing.bias!.value).scalars
let apart = zip(byWindow, byProduct).map { abs($0 - $1) }.max()!
show("numbers", byWindow.count, "largest", byWindow.map(abs).max()!, "apart by at most", apart)

// Both add three products and a bias, perhaps in another order: that is one or two roundings in the last
// of 24 bits, which is 6e-8 of a number near 1.

checks.expect("the two agree to rounding", got: apart, atMost: 3e-7)

// ## Odd sizes
//
// part: Chapters/Chapter3/Parts/OddSizes.swift

oddSizes(&checks)

// ## Three shortcuts
//
// He et al. 2015 ("Deep residual learning", section 4.1) compare three. A pads the missing channels with
// zeros and has no parameters; B has a projection, a 1 × 1 convolution, where the shape changes; C has one
// everywhere. On ImageNet, with 34 layers, their top-1 errors, the share of pictures whose highest score is
// not that of the right class, are 25.03, 24.52 and 24.19 % (table 3): small differences for their cost.
//
// A year later the same authors found C harmful: with 110 layers on CIFAR-10, a 1 × 1 convolution on every
// shortcut raised the error from 6.61 to 12.22 % (He et al. 2016, table 1). The two do not contradict each
// other. A net of 34 layers has 16 blocks, and one of 110 has 54, so the gradient goes through 16 such
// convolutions or through 54. Chapter 5 measures what that does to it.

heading(
  "Three shortcuts",
  "He et al. 2015 (\"Deep residual learning\", section 4.1) compare three.")
var shortcuts = Table(
  "shortcut", "64 to 64", "its own parameters", "64 to 128, stride 2", "its own parameters")
for (name, kind) in zip(
  ["A zeros", "B where needed", "C everywhere"], BasicBlock.Shortcut.allCases)
{
  let same = BasicBlock(64, 64, shortcut: kind, using: &random)
  let wider = BasicBlock(64, 128, stride: 2, shortcut: kind, using: &random)
  shortcuts.add(
    name, shape(same, [1, 64, 14, 14]), same.downsample?.parameterCount ?? 0,
    shape(wider, [1, 64, 14, 14]), wider.downsample?.parameterCount ?? 0)
  checks.expect(
    "\(name): both blocks fit",
    shape(same, [1, 64, 14, 14]) == [1, 64, 14, 14]
      && shape(wider, [1, 64, 14, 14]) == [1, 128, 7, 7])
}
show(shortcuts)

// ## One block, five variants
//
// What is called a residual block differs between implementations, so that weights saved from one do not
// load into another. What each learns, from 64 channels to 64, and from 64 to 128 at half the size:

heading(
  "One block, five variants",
  "What is called a residual block differs between implementations, so that weights "
    + "saved from one do not load into another.")
let variants: [(name: String, same: any Layer, wider: (any Layer)?)] = [
  ("MNIST notebook", ResidualBlock(64, using: &random), nil),
  (
    "ResNet-18 notebook", Residual(64, 64, using: &random),
    Residual(64, 128, stride: 2, using: &random)
  ),
  (
    "He 2015, torchvision", BasicBlock(64, 64, using: &random),
    BasicBlock(64, 128, stride: 2, using: &random)
  ),
  (
    "pre-activation notebook", PreactivationResidual(64, 64, using: &random),
    PreactivationResidual(64, 128, stride: 2, using: &random)
  ),
  (
    "He 2016", SharedPreactivation(64, 64, using: &random),
    SharedPreactivation(64, 128, stride: 2, using: &random)
  ),
]
var census = Table("64 to 64", "kernels", "biases", "norms", "parameters")
var widerCensus = Table("64 to 128, stride 2", "kernels", "biases", "norms", "parameters")
for (name, same, wider) in variants {
  let count = Census(of: same)
  census.add(name, count.kernels, count.biases, count.norms, same.parameterCount)
  guard let wider else { continue }
  let widerCount = Census(of: wider)
  widerCensus.add(
    name, widerCount.kernels, widerCount.biases, widerCount.norms, wider.parameterCount)
}
show(census)
show(widerCensus)

// The blocks of this package, apart from the MNIST notebook's, which is in chapter 2:
//
// source: Chapters/Chapter3/Blocks/BasicBlock.swift
//
// source: Chapters/Chapter3/Blocks/PreactivationResidual.swift
//
// source: Chapters/Chapter3/Blocks/SharedPreactivation.swift
//
// Drawn from what they compute, each keeping its 64 channels:

figures.draw(
  blocks: variants.map { ($0.name, $0.same) }, input: [1, 64, 14, 14],
  claim: "Five residual blocks differ in where norm and ReLU stand", as: "variants")

// The MNIST notebook's has no norms and cannot change the shape. The ResNet-18 notebook's has norms, but
// none on the shortcut, and keeps the biases, which the norms behind them cancel. He 2015 has a norm on
// the shortcut and no biases. The pre-activation notebook's has norm and ReLU before each convolution; its
// shortcut has the ReLU but not the norm. In He 2016 the shortcut has both. That torchvision's wider block
// and the pre-activation notebook's have equally many parameters is chance: one has 384 in norms that the
// other has in biases.
//
// Do the five compute the same, if they have the same weights? Here they have the same kernels, where they
// have biases the same biases, and are given the same eight drawn digits. Switch the mode, let the norms see
// some batches, and compare.
//
// lab: variants

checks.expect("ResNet-18 notebook, wider", got: variants[1].wider!.parameterCount, 230_272)
checks.expect("torchvision's layer2.0", got: variants[2].wider!.parameterCount, 230_144)
checks.expect(
  "the ResNet-18 and the pre-activation notebook's differ by the size of one norm",
  got: variants[1].wider!.parameterCount - variants[3].wider!.parameterCount, 2 * (128 - 64))

// ## How large the branch is, and a norm on the shortcut
//
// part: Chapters/Chapter3/Parts/NormAndBranch.swift

normAndBranch(seeds: (0..<3).map { options.seed &+ $0 }, &checks)

// ## Two paths back
//
// part: Chapters/Chapter3/Parts/TwoPaths.swift

twoPaths(seeds: (0..<3).map { options.seed &+ $0 }, &checks)

// ## Did it hold?
//
// This is how many of the claims above held.

heading(
  "Did it hold?",
  "This is how many of the claims above held.")
checks.finish(about, ending)
