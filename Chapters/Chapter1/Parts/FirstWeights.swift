import Autograd
import Chapter1Net
import Foundation
import Layers
import Notebook
import Plots

/// Xavier and Kaiming: how large weights must begin, so that numbers keep their size.
func firstWeights(_ figures: Figures, seed: UInt64, _ checks: inout Checks) {
  // How large should weights begin, so that numbers keep their size from layer to layer? A linear layer
  // sums $y = w_1 x_1 + \dots + w_f x_f$, where f is its fan-in, the number of its inputs. If the weights
  // are drawn independently with mean 0, the products do not depend on each other, and their variances add
  // up:
  //
  // $$\mathrm{Var}(y) = f \cdot \mathrm{Var}(w) \cdot \overline{x^2}$$
  //
  // The bar is the mean over all inputs. So numbers keep their size if $\mathrm{Var}(w) = 1/f$. On the way
  // back each input sums over its outputs, whose number is the fan-out, and the gradient keeps its size if
  // the variance is one over that. Xavier initialization (Glorot and Bengio 2010) takes the average of
  // both, $\mathrm{Var}(w) = 2 / (f_\mathrm{in} + f_\mathrm{out})$. A ReLU makes half of the numbers 0, and
  // so half of the mean square: Kaiming initialization (He et al. 2015, "Delving deep into rectifiers") has
  // $2 / f_\mathrm{in}$. PyTorch's default is even between $\pm 1/\sqrt f$, and the variance of that is
  // $1/(3f)$.
  //
  // `Sources/Layers/Initialization.swift` holds all three. Behind each ReLU the mean square should be that
  // of the layer before times $f \cdot \mathrm{Var}(w) / 2$; here it is for thirty layers of 256 numbers.

  heading(
    "Xavier and Kaiming",
    "How large should weights begin, so that numbers keep their size from layer to layer?")
  let (depth, width) = (30, 256)

  func meanSquares(_ initialization: Initialization) -> [Double] {
    var random = Random(seed: seed)
    var x = Tensor.normal([256, width], deviation: 1, using: &random)
    return (0..<depth).map { _ in
      x = relu(matMul(x, initialization.weight([width, width], using: &random)))
      return Double((x * x).mean().scalar)
    }
  }

  let f = Double(width)
  let known: [(name: String, Initialization, variance: Double)] = [
    ("PyTorch's default", .standard, 1 / (3 * f)), ("Xavier", .xavierNormal, 2 / (f + f)),
    ("Kaiming", .kaimingNormal, 2 / f),
  ]
  var table = Table(
    "initialization", "f · Var(w), expected", "measured", "factor per layer, expected", "measured",
    "after 30 layers")
  var chart = LineChart(
    "Numbers behind each layer, with ReLU", x: Axis("layer"), y: Axis("mean square", .logarithmic))
  for (name, initialization, variance) in known {
    var random = Random(seed: seed)
    let w = initialization.weight([width, width], using: &random)
    let measured = Double((w * w).mean().scalar)
    let squares = meanSquares(initialization)
    let factor = pow(squares.last! / squares[0], 1 / Double(depth - 1))
    table.add(name, f * variance, f * measured, f * variance / 2, factor, squares.last!)
    chart.line(name, squares)
    checks.expect(
      "\(name): the variance is as in the formula, relatively",
      got: abs(measured / variance - 1), atMost: PartThresholds.variance)
    checks.expect(
      "\(name): so is the factor per layer, relatively",
      got: abs(factor / (f * variance / 2) - 1), atMost: PartThresholds.factor)
  }
  show(table)
  figures.show(chart.picture(), as: "first-weights")

  // slide: Only Kaiming's weights keep numbers their size through thirty ReLUs
  // number: default = PyTorch's default | after 30 layers
  // show: figure first-weights
  // say: Variances add up, so f times the variance of a weight decides. A ReLU halves the mean square: that is Kaiming's 2.
  //   With PyTorch's default {default} is left of the mean square after 30 layers.

  // The factors are a sixth, a half and 1: only Kaiming's weights keep the numbers' size through thirty
  // ReLUs, and the gradients', since the layers are square. (The mean square still drifts by a few percent
  // a layer: 256 weights are not infinitely many.) The library draws such weights in one line; by hand it
  // is a factor on numbers of deviation 1.

  var (hand, library) = (Random(seed: seed), Random(seed: seed))
  let byHand =
    Float((2 / f).squareRoot()) * Tensor.normal([width, width], deviation: 1, using: &hand)
  let drawn = Initialization.kaimingNormal.weight([width, width], using: &library)
  checks.expect(
    "Kaiming by hand is the library's, relatively", got: norm(byHand - drawn) / norm(drawn),
    atMost: PartThresholds.byHand)

  // Now try it, on the net of thirty layers and its kin. With which first weights would a plain net keep its
  // gradient? How far may one be off before it vanishes, or explodes, and how far with a shortcut?
  //
  // lab: gradient-norms
}
