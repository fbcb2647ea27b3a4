import Autograd
import Chapter1Net
import Foundation
import Layers
import Notebook
import Plots

/// Why gradients grow on their way back through plain layers with a norm each.
func normsInPlainNets(
  _ figures: Figures, _ convolutions: [Trial<Model, GradientNorms>], seed: UInt64,
  _ checks: inout Checks
) {
  // Where does the growth come from? From the norms themselves (Yang et al. 2019, "A mean field theory of
  // batch normalization"). A norm subtracts the mean of its batch and divides by its deviation. Let it be
  // given what a ReLU returned of numbers with mean 0 and variance 1. Half of their squares are left, ½,
  // and their mean is $1/\sqrt{2\pi}$, so their variance is $\frac12 - \frac1{2\pi} = 0.341$. Dividing by
  // its root makes the numbers larger, and by the same factor the gradient on its way back, of whose
  // squares the ReLU lets only half through. So from layer to layer the squares of the gradient are
  // multiplied by
  //
  // $$\frac{1/2}{1/2 - 1/(2\pi)} = \frac{\pi}{\pi - 1} = 1.467$$
  //
  // and its norm by the root of that, 1.211. No size of the first weights changes this, since the norm
  // divides it out. Kaiming's weights without a norm have the factor 1. Here are both, with thirty wide
  // layers.

  heading("Norms make gradients grow", "Where does the growth come from?")

  func gradientNorms(hasNorm: Bool, scale: Float) -> [Double] {
    var random = Random(seed: seed)
    let (depth, width, n) = (30, 256, 512)
    let tape = Tape()
    var x = tape.watch(.normal([n, width], deviation: 1, using: &random))
    var places = [x]
    for _ in 0..<depth {
      let w = scale * Initialization.kaimingNormal.weight([width, width], using: &random)
      var y = matMul(x, w)
      if hasNorm {
        let centered = y - y.mean(over: 0)
        y = centered / squareRoot((centered * centered).mean(over: 0))
      }
      x = relu(y)
      places.append(x)
    }
    let direction = Tensor.normal(x.shape, deviation: 1, using: &random)
    var norms: [Int: Double] = [:]
    _ = (x * direction).sum().backward { norms[$0.to] = norm($0.gradient) }
    return places.map { norms[$0.line!]! }
  }

  var table = Table("layers", "factor per layer, expected", "measured", "over 29 layers")
  var chart = LineChart(
    "The gradient on its way back through thirty layers", x: Axis("behind layer"),
    y: Axis("norm of the gradient", .logarithmic))
  let expected = (Double.pi / (.pi - 1)).squareRoot()
  for (name, hasNorm, scale, wanted) in [
    ("a norm in each", true, 1, expected), ("a norm in each, tenfold weights", true, 10, expected),
    ("no norm", false, 1, 1),
  ] as [(String, Bool, Float, Double)] {
    let norms = gradientNorms(hasNorm: hasNorm, scale: scale)
    let growth = norms[1] / norms[30]
    table.add(name, wanted, pow(growth, 1 / 29), growth)
    chart.line(name, norms.enumerated().map { Point(Double($0), $1) })
    checks.expect(
      "\(name): the factor per layer is as expected, relatively",
      got: abs(pow(growth, 1 / 29) / wanted - 1), atMost: PartThresholds.growth)
  }
  show(table)
  figures.show(chart.picture(), as: "norms-growth")

  // slide: In plain nets, each norm multiplies the gradient by {factor:1}
  // number: factor = a norm in each | measured
  // number: growth = a norm in each | over 29 layers
  // show: figure norms-growth
  // say: The expected factor is the root of π / (π − 1), 1.21, at any size of the first weights, since the norm divides it
  //   out. Over 29 layers it is a factor of {growth:0}. Gradients of deep plain nets with norms do not vanish.

  // The formula is for layers of infinite width and large batches. Our convolutional nets have 8 and 16
  // channels, and the pixels of a picture are not independent. Their factor from weight to weight is
  // smaller:

  let deepest = convolutions[convolutions.count - 2]
  let layers = Double(deepest.result.norms.count - 1)
  show(deepest.model, "factor per layer:", decimals(pow(deepest.result.ratio, 1 / layers), 3))

  // 1.1 a layer, over 53 layers, is the hundredfold.
}
