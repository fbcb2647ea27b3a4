import Autograd
import Chapter2Net
import Chapter3Blocks
import Datasets
import Layers
import Notebook
import Optimizers
import Training

/// How large branch and shortcut are with norms, and whether a norm belongs on the shortcut.
func normAndBranch(seeds: [UInt64], _ checks: inout Checks) {
  // A norm at the end of a branch decides how large the branch is. While γ is 1 and β is 0, its numbers have
  // a root mean square of 1, whatever comes in. Chapter 2's block, which has no norms, scales with its input
  // instead (and, if the input is small, adds its biases). For inputs of three sizes, the branch divided by
  // the input, in root mean squares:

  heading(
    "How large the branch is, and a norm on the shortcut",
    "A norm at the end of a branch decides how large the branch is.")
  var random = Random(seed: seeds[0])
  let (normed, bare) = (Residual(16, 16, using: &random), ResidualBlock(16, using: &random))
  var sizes = Table(
    "root mean square of x", "branch with norms", "branch : x", "without", "branch : x")
  for size: Float in [0.1, 1, 10] {
    let x = size * Tensor.normal([8, 16, 12, 12], using: &random)
    let branches = [
      normed.branch(x.on(Tape())).detached, bare.conv2(relu(bare.conv1(x))),
    ].map(rootMeanSquare)
    sizes.add(
      size, branches[0], branches[0] / rootMeanSquare(x), branches[1],
      branches[1] / rootMeanSquare(x))
    checks.expect(
      "a normed branch of an input of size \(size) has size 1", abs(branches[0] - 1) < 0.01)
  }
  show(sizes)

  // slide: A norm at its end makes the branch as large for any input
  // show: table root mean square of x | branch with norms | without
  // say: In root mean squares. With norms the branch has size 1, whatever comes in; without, it scales with its input. So each
  //   block adds a variance of about 1 to the shortcut, and after k blocks what it carries is about √k large.

  // So each normed block adds a variance of about 1 to its shortcut, and after $k$ of them what the
  // shortcuts carry is about √k as large: later branches matter less and less. Chapter 5 measures it. A γ of
  // 0 in the branch's last norm makes a block begin as its shortcut alone (Goyal et al. 2017, section 5.1).

  let x = Tensor.normal([8, 16, 12, 12], using: &random)
  normed.b2.weight.value = .zeros([16])
  checks.expect("with γ = 0 the block is relu(x)", normed(x.on(Tape())).scalars == relu(x).scalars)

  // Does a norm belong on the shortcut? On the identity, no: chapter 5 shows what divides it a hundred
  // times. On a 1 × 1 convolution, opinions differ: torchvision's has one, both notebooks' have none.
  // PyTorch's first weights make that convolution's output about 0.6 times as large as its input, so without
  // a norm the branch is the greater part of the sum at first; with one, both are equally large.

  var shares = Table("shortcut", "branch", "shortcut", "shortcut : branch")
  let residual = Residual(16, 32, stride: 2, using: &random)
  let basic = BasicBlock(16, 32, stride: 2, using: &random)
  let branch = rootMeanSquare(residual.branch(x.on(Tape())).detached)
  let outputs = [residual.conv3!(x), basic.downsample!(x.on(Tape())).detached].map(rootMeanSquare)
  for (name, size) in zip(["without a norm", "with a norm"], outputs) {
    shares.add(name, branch, size, size / branch)
  }
  show(shares)
  checks.expect(
    "without a norm the shortcut is the smaller part", got: outputs[0] / branch, atMost: 0.75)
  checks.expect("with one both are equal", abs(outputs[1] / branch - 1) < 0.01)

  // Does it matter for learning? Two small nets with three such blocks, alike but for that norm, learn 1,000
  // drawn digits, 50 at a time, for four epochs at a rate of 0.05 and a momentum of 0.9, from three seeds
  // each. Their running statistics are then estimated afresh, for which chapter 5 has the reason.

  func error(hasNorm: Bool, on digits: Dataset, seed: UInt64) -> Double {
    var random = Random(seed: seed)
    func block(_ from: Int, _ to: Int) -> any Layer {
      hasNorm
        ? BasicBlock(from, to, stride: 2, using: &random)
        : Residual(from, to, stride: 2, using: &random)
    }
    let net = Sequential(
      block(1, 8), block(8, 16), block(16, 32), GlobalAveragePool2D(), Flatten(),
      Linear(32, 10, using: &random))
    let optimizer = SGD(net.parameters, learningRate: 0.05, momentum: 0.9)
    let unit = Normalize(mean: digits.training.mean, deviation: digits.training.deviation)
    for epoch in 1...4 {
      let order = Random(seed: seed &+ UInt64(epoch) << 32)
      for batch in digits.training.batches(of: 50, normalize: unit, shuffledBy: order) {
        optimizer.step(crossEntropy(net(batch.images.on(Tape())), batch.labels).backward())
      }
    }
    let known = digits.training.batches(of: 250, normalize: unit)
    let wrong = withFreshStatistics(of: net, from: known) {
      digits.test.batches(of: 500, normalize: unit).reduce(0) { wrong, batch in
        wrong + zip(net(batch.images).argMax(), batch.labels).count { $0 != $1 }
      }
    }
    return 100 * Double(wrong) / Double(digits.test.count)
  }

  let digits = DrawnDigits.dataset(training: 1_000, test: 500, seed: seeds[0])
  let without = Spread(seeds.map { error(hasNorm: false, on: digits, seed: $0) }, digits: 1)
  let with = Spread(seeds.map { error(hasNorm: true, on: digits, seed: $0) }, digits: 1)
  show("wrong of 100 test digits, without the norm:", without)
  show("and with it:                             ", with)

  // Both err on about one digit in ten, and differ from seed to seed more than from each other. For nets of
  // this size the norm on the shortcut does not matter.

  // Measured over seeds 1 to 12, in threes: apart by 0.4 to 2.3, while seeds are apart by 3 to 9.
  checks.expect(
    "the two differ by less than the seeds do", got: abs(without.mean - with.mean), atMost: 5)
}
