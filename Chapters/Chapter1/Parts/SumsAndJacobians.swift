import Autograd
import Chapter1Net
import Datasets
import Layers
import Notebook
import Plots

/// The derivative of many residual blocks, multiplied out.
func sumsAndJacobians(
  _ figures: Figures, on batch: Batch, seed: UInt64, _ checks: inout Checks
) {
  // A layer is given many numbers, not one. All its derivatives form a matrix, the Jacobian $J$: in row i
  // and column j is that of its result $y_i$ with respect to its input $x_j$. The Jacobian of the identity,
  // the function that returns its input, is the identity matrix $I$; that of $x + F(x)$ is $I + J$, and by
  // the chain rule n blocks have the product
  //
  // $$(I + J_n) \cdots (I + J_2)(I + J_1) = I + \sum_i J_i + \sum_{i > j} J_i J_j + \dots + J_n \cdots J_1$$
  //
  // Multiplied out, each factor gives either its I or its J: the gradient takes the shortcut of the block,
  // or its branch. So the product is a sum over $2^n$ paths. Here are ten blocks x + Jx, with Jacobians of
  // random numbers, and all 1024 paths one by one, gathered by how many branches are on them.

  heading(
    "Sums and Jacobians",
    "Multiplied out, each factor gives either its I or its J: the gradient takes the shortcut of the "
      + "block, or its branch.")
  var random = Random(seed: seed)
  let n = 10
  let jacobians = (0..<n).map { _ in Tensor.normal([3, 3], deviation: 0.15, using: &random) }
  let identity = Tensor([1, 0, 0, 0, 1, 0, 0, 0, 1], shape: [3, 3])
  let product = jacobians.reduce(identity) { matMul(identity + $1, $0) }

  var counts = Array(repeating: 0, count: n + 1)
  var sums = Array(repeating: Tensor.zeros([3, 3]), count: n + 1)
  for path in 0..<1 << n {
    let branches = (0..<n).filter { path >> $0 & 1 == 1 }
    let along = branches.reduce(identity) { matMul(jacobians[$1], $0) }
    counts[branches.count] += 1
    sums[branches.count] = sums[branches.count] + along
  }
  var paths = Table("branches on the path", "paths", "norm of their sum")
  for length in 0...n { paths.add(length, counts[length], norm(sums[length])) }
  show(paths)
  checks.expect("there are 2¹⁰ paths", got: counts.reduce(0, +), 1024)
  let added = sums.reduce(Tensor.zeros([3, 3]), +)
  checks.expect(
    "all paths add up to the product, relatively", got: norm(added - product) / norm(product),
    atMost: PartThresholds.paths)

  // The engine never makes a Jacobian. Its backward functions take a gradient and return it times the
  // Jacobian, a vector-Jacobian product; from the sum of the three results it computes the same.

  let x = Tape().watch(Tensor([1, 2, 3], shape: [3, 1]))
  let y = jacobians.reduce(x) { x, j in x + matMul(j, x) }
  let gradient = y.sum().backward()[x]!
  let columns = matMul(.ones([1, 3]), product)
  show("from the tape", gradient.scalars)
  show("from the product", columns.scalars)
  checks.expect(
    "the tape has the same, relatively",
    got: zip(gradient.scalars, columns.scalars).map { Double(abs($0 - $1)) }.max()! / norm(columns),
    atMost: PartThresholds.paths)

  // slide: The gradient of n residual blocks is a sum over 2ⁿ paths
  // show: formula (I + J_n) \cdots (I + J_2)(I + J_1) … = I + \sum_i J_i + \sum_{i > j} J_i J_j + \dots + J_n \cdots J_1
  // note: Each block gives either its shortcut, I, or its branch, J.
  // say: Jacobians instead of numbers. Step: multiplied out. The first term passes no branch at all, the last one all of
  //   them; a plain net has the last one only.

  // Now the same in the net of thirty layers. It has 28 hidden layers and so 2²⁸ paths; but
  // they need not be gone through one by one. We go backwards from layer to layer and keep what came along
  // paths with no branch, with one, with two, and so on. At each layer that part takes the shortcut and
  // stays what it is, or takes the branch and counts one more.

  func byLength(_ activation: Activation) -> (parts: [Tensor], whole: Tensor) {
    var random = Random(seed: seed)
    let net = DeepNet(activation, isResidual: true, using: &random)
    let tape = Tape()
    let entered = tape.watch(net.enter(batch.images))
    var inputs = [entered]
    for layer in net.hidden { inputs.append(layer(inputs.last!)) }
    let end = tape.watch(inputs.removeLast().detached)
    let whole = crossEntropy(
      net.last(net.hidden.reduce(entered) { x, layer in layer(x) }), batch.labels
    ).backward()[entered]!

    var parts = [crossEntropy(net.last(end), batch.labels).backward()[end]!]
    let zero = Tensor.zeros(end.shape)
    for (layer, input) in zip(net.hidden, inputs).reversed() {
      let passedOn = parts.map { gradient in
        let x = Tape().watch(input.detached)
        return (layer.branch(x) * gradient).sum().backward()[x]!
      }
      parts = zip(parts + [zero], [zero] + passedOn).map { $0 + $1 }
    }
    return (parts, whole)
  }

  var chart = LineChart(
    "Gradient by the number of branches on its path", x: Axis("branches on the path"),
    y: Axis("norm of the gradient"))
  var means = Table("f", "branches on a path, mean over 2²⁸", "mean, weighted by the gradient")
  for activation in [Activation.sigmoid, .tanh] {
    let (parts, whole) = byLength(activation)
    let apart = norm(parts.reduce(Tensor.zeros(whole.shape), +) - whole) / norm(whole)
    checks.expect(
      "\(activation): the paths add up to the gradient, relatively", got: apart,
      atMost: PartThresholds.paths)
    let norms = parts.map { norm($0) }
    let mean = norms.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 } / norms.reduce(0, +)
    means.add(activation, 14, mean)
    checks.expect(
      "\(activation): branches on a path, weighted by its gradient", got: mean,
      atMost: PartThresholds.meanLength[activation]!)
    chart.line("\(activation)", norms.enumerated().map { Point(Double($0), $1) })
  }
  show("paths through 28 layers", 1 << 28)
  show(means)
  figures.show(chart.picture(), as: "paths")

  // slide: Of all paths, the gradient comes along the short ones
  // number: sigmoid = sigmoid | mean, weighted by the gradient
  // number: tanh = tanh | mean, weighted by the gradient
  // show: figure paths
  // say: The net has 28 hidden layers, so 2²⁸ paths, most of them through 14 branches. Weighted by what they carry, it is
  //   {sigmoid:1} branches with sigmoid and {tanh:1} with tanh. Veit et al. 2016 found the same in trained nets.

  // Most of the paths go through 14 branches or so, but the gradient comes along the short ones: each
  // branch multiplies it by less than 1. Veit et al. (2016, "Residual networks behave like ensembles of
  // relatively shallow networks") found the same in trained nets. A plain net has one of these paths, the
  // longest.
}
