import Autograd
import Chapter2Net
import Layers
import Notebook
import Optimizers

/// How much a residual block adds before it has learned anything.
func whereLearningStarts(on images: Tensor, _ labels: [Int], seed: UInt64, _ checks: inout Checks) {
  // A residual block that learns nothing would pass on its input, if it began at zero. It does not. Here is
  // the size of what each block of five fresh nets adds to 64 digits, as a share of the size of its input:
  // $|F(x)| / |x|$, where $|x|$ is the root of the sum of all squares.

  heading(
    "Where learning starts",
    "A residual block that learns nothing would pass on its input, if it began at zero.")
  func length(_ x: Tensor) -> Double { Double((x * x).sum().scalar).squareRoot() }
  func added(by block: ResidualBlock, to x: Tensor) -> Double {
    length(block.conv2(relu(block.conv1(x)))) / length(x)
  }
  func makeLastWeightsZero(_ net: Net) {
    for parameter in net.rblock1.conv2.parameters + net.rblock2.conv2.parameters {
      parameter.value = .zeros(parameter.value.shape)
    }
  }
  func shares(_ net: Net) -> [Double] {
    let x = net.mp(relu(net.conv1(images)))
    let z = net.mp(relu(net.conv2(net.rblock1(x))))
    return [added(by: net.rblock1, to: x), added(by: net.rblock2, to: z)]
  }

  var table = Table("seed", "rblock1", "rblock2", "with last weights of zero")
  var all: [Double] = []
  for seed in seed..<seed + 5 {
    var random = Random(seed: seed)
    let net = Net(using: &random)
    let usual = shares(net)
    makeLastWeightsZero(net)
    table.add(seed, usual[0], usual[1], shares(net).max()!)
    all += usual
    checks.expect(
      "seed \(seed): with last weights of zero nothing is added", shares(net) == [0, 0])
  }
  show(table)
  checks.expect("|F(x)| : |x| at the start", got: all, .atLeast(Threshold.leastAdded))
  checks.expect("|F(x)| : |x| at the start", got: all, .atMost(Threshold.mostAdded))

  // slide: At first a branch adds a sixth to a third of the size of its input
  // show: table seed | rblock1 | rblock2 | with last weights of zero
  // note: |F(x)| : |x|, measured on 64 digits before any training.
  // say: PyTorch's first weights do not begin at zero, so a fresh block is near the identity, but not on it. With last weights
  //   of zero it is on it, and still learns: in the first step only the last convolution, then both.

  // Not nothing, but little: with PyTorch's first weights a branch adds a sixth to a third of the size of
  // its input. It is two layers, each with weights of a third of the variance that would keep a linear
  // layer's numbers as large as they are, and a ReLU between them: chapter 1 has the formula. Nothing at
  // all is added if the last weights of each branch begin at zero, as Goyal et al. (2017, section 5.1) and
  // fastai have it. (Their branches end in a norm, and its γ begins at zero.)
  //
  // Can a branch of zeros learn? The gradient of conv2's weight is made of what conv1 returned, which is
  // not zero; that of conv1's is multiplied by conv2's weight, and is zero in the first step, but not in
  // the second.

  var random = Random(seed: seed)
  let net = Net(using: &random)
  makeLastWeightsZero(net)
  let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
  var gradients = Table("step", "|gradient| of rblock1.conv1", "of rblock1.conv2")
  var found: [[Double]] = []
  for step in 1...2 {
    let loss = crossEntropy(net(images.on(Tape())), labels)
    let all = loss.backward()
    found.append([net.rblock1.conv1, net.rblock1.conv2].map { length(all[$0.weight]!) })
    gradients.add(cells: [step] + found.last!)
    optimizer.step(all)
  }
  show(gradients)
  checks.expect("in the first step only conv2 learns", found[0][0] == 0 && found[0][1] > 0)
  checks.expect("in the second conv1 learns, too", found[1][0] > 0)
}
