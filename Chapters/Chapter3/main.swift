// # Chapter 3. Shortcuts that fit
//
// The block of chapter 2 returns the shape it is given; it has to, for the sum. A net, though, wants
// fewer pixels and more channels as it goes. So the wire around the convolutions must be able to
// change the shape as well. This chapter gives it a 1 × 1 convolution, which is the least that can do
// it, and then lays the residual blocks of five texts side by side.

import Autograd
import Chapter2Net
import Chapter3Blocks
import Layers
import Notebook

let options = ChapterOptions.parse(
  chapter: 3,
  abstract: "The 1 × 1 convolution on the shortcut, and the residual blocks of five texts.")
var checks = Checks()
var random = Random(seed: options.seed)

// ## What happens without it
//
// Four images of three channels go through two convolutions, of which the first takes every second
// pixel and returns six channels. The wire brings the images as they were.

heading("What happens without it")
let given = [4, 3, 6, 6]
let main = orExit { try Shapes.conv2D(given, [6, 3, 3, 3], stride: 2, padding: 1) }
show("through the convolutions ", main)
show("around them              ", given)

var refusal = ""
do { _ = try Shapes.add(main, given) } catch { refusal = "\(error)" }
show(refusal)
checks.expect(
  "the sum is refused, with both shapes",
  refusal.contains("\(main)") && refusal.contains("\(given)"))

// ## The block
//
// `Blocks/Residual.swift`, beside this file. Its two roads, and their sum:
//
//     forward     relu(branch(x) + shortcut(x))
//     mainRoad    b2(conv2(b1(conv1(x))))
//     shortcut    conv3?(x) ?? x
//
// Documents 001 and 003 are told whether to use `conv3`. But that follows from the channels and the
// stride, and what follows from other arguments can only be got wrong; the block works it out.
//
// source: Chapters/Chapter3/Blocks/Residual.swift

heading("The block")
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
expectShape("document 001, 3 to 3", keeping, [4, 3, 6, 6], [4, 3, 6, 6])
expectShape("document 001, 3 to 6, stride 2", halving, [4, 3, 6, 6], [4, 6, 3, 3])
expectShape("document 003, 1 to 3", widening, [1, 1, 96, 96], [1, 3, 96, 96])
show(shapes)
checks.expect("a block that keeps the shape has no conv3", keeping.conv3 == nil)

// ## A 1 × 1 convolution is a product at each pixel
//
// Its window sees one pixel, so it mixes the channels there and nothing else. Take each pixel for a
// row of three numbers, and the same weights in a linear layer give the same six numbers.

heading("A 1 × 1 convolution is a product at each pixel")

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

// Both add three products and a bias, at most in another order: a rounding or two of the last of 24
// bits, 6e-8 of a number near 1.

checks.expect("the two agree to rounding", got: apart, atMost: 3e-7)

// ## Odd sizes
//
// Five pixels, every second one: is that two or three? Both roads must say the same. The window of
// 3 × 3 with padding 1 stands with its middle on pixels 0, s, 2s, …; the window of 1 × 1 stands on
// these very pixels. So both return ⌈H / s⌉.

heading("Odd sizes")
var sizes = Table("stride", "height in", "main road", "shortcut", "⌈H / s⌉")
var allAgree = true
for stride in 1...2 {
  for height in 5...9 {
    let x = [1, 1, height, height]
    let road = orExit { try Shapes.conv2D(x, [1, 1, 3, 3], stride: stride, padding: 1) }[2]
    let wire = orExit { try Shapes.conv2D(x, [1, 1, 1, 1], stride: stride) }[2]
    let ceiling = (height + stride - 1) / stride
    sizes.add(stride, height, road, wire, ceiling)
    allAgree = allAgree && road == wire && wire == ceiling
  }
}
show(sizes)
checks.expect("main road and shortcut agree at every size", allAgree)

// ## Three shortcuts
//
// He et al. 2015 (section 3.3) try three. A fills the missing channels with zeros and learns nothing;
// B puts a 1 × 1 convolution where the shape changes; C puts one everywhere. On ImageNet, with 34
// layers, their errors are 25.03, 24.52 and 24.19 % (table 3): not much for what they cost.

heading("Three shortcuts")
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

// ## One block, five dialects
//
// What is called a residual block differs from text to text, so that weights saved from one do not
// load into another. What each learns, from 64 channels to 64, and from 64 to 128 at half the size:

heading("One block, five dialects")
let dialects: [(name: String, same: any Layer, wider: (any Layer)?)] = [
  ("document 000", ResidualBlock(64, using: &random), nil),
  (
    "document 001", Residual(64, 64, using: &random),
    Residual(64, 128, stride: 2, using: &random)
  ),
  (
    "He 2015, torchvision", BasicBlock(64, 64, using: &random),
    BasicBlock(64, 128, stride: 2, using: &random)
  ),
  (
    "document 003", PreactivationResidual(64, 64, using: &random),
    PreactivationResidual(64, 128, stride: 2, using: &random)
  ),
  (
    "He 2016", SharedPreactivation(64, 64, using: &random),
    SharedPreactivation(64, 128, stride: 2, using: &random)
  ),
]
var census = Table("64 to 64", "windows", "biases", "norms", "parameters")
var widerCensus = Table("64 to 128, stride 2", "windows", "biases", "norms", "parameters")
for (name, same, wider) in dialects {
  let count = Census(of: same)
  census.add(name, count.windows, count.biases, count.norms, same.parameterCount)
  guard let wider else { continue }
  let widerCount = Census(of: wider)
  widerCensus.add(
    name, widerCount.windows, widerCount.biases, widerCount.norms, wider.parameterCount)
}
show(census)
show(widerCensus)

// The blocks of this package, beside document 000's, which chapter 2 shows:
//
// source: Chapters/Chapter3/Blocks/BasicBlock.swift
//
// source: Chapters/Chapter3/Blocks/PreactivationResidual.swift
//
// source: Chapters/Chapter3/Blocks/SharedPreactivation.swift
//
// Drawn from what they compute, each keeping its 64 channels:

let figures = Figures(options)
let row = Sequential(named: dialects.map { ($0.name, $0.same) })
figures.draw(row, input: [1, 64, 14, 14], .block, as: "dialects", caption: "Five residual blocks")

// Document 000 has no norms and cannot change the shape. Document 001 has norms, but none on the
// shortcut, and keeps the biases, which the norms behind them make idle. He 2015 has a norm on the
// shortcut and no biases. Document 003 puts norm and relu first; its shortcut gets the relu but not the
// norm. He 2016 gives the shortcut both. That torchvision's wider block and document 003's learn equally
// many numbers is chance: one has 384 in norms that the other has in biases.

checks.expect("document 001, wider", got: dialects[1].wider!.parameterCount, 230_272)
checks.expect("torchvision's layer2.0", got: dialects[2].wider!.parameterCount, 230_144)
checks.expect(
  "documents 001 and 003 differ by the size of one norm",
  got: dialects[1].wider!.parameterCount - dialects[3].wider!.parameterCount, 2 * (128 - 64))

// ## Two roads back
//
// The sum hands its gradient to both roads unchanged. To see what each then brings to the input, give
// each road an input of its own, with the same numbers.

heading("Two roads back")
let tape = Tape()
let (onMain, onShortcut) = (tape.watch(x), tape.watch(x))
let loss = relu(keeping.branch(onMain) + keeping.shortcut(onShortcut)).sum()
let gradients = loss.backward()
let (main1, shortcut1) = (gradients[onMain]!.scalars, gradients[onShortcut]!.scalars)

let together = Tape()
let both = together.watch(x)
let whole = keeping(both).sum().backward()[both]!.scalars

func length(_ v: [Float]) -> Float { v.reduce(0) { $0 + $1 * $1 }.squareRoot() }
show("by the shortcut   ", length(shortcut1))
show("by the main road  ", length(main1))
show("by both           ", length(whole))

let mismatch = length(zip(whole, zip(main1, shortcut1)).map { $0 - $1.0 - $1.1 })
checks.expect("the two roads add up to the whole", got: mismatch / length(whole), atMost: 1e-5)
checks.expect(
  "the wire hands on ones where relu lets through, and nothing else",
  Set(shortcut1).isSubset(of: [0, 1]))

// Around the convolutions nothing is lost, whatever they do to their share: that is all a shortcut
// is for.

// ## Did it hold?

heading("Did it hold?")
checks.finish()
