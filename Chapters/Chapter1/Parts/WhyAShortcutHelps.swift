import Autograd
import Chapter1Net
import Datasets
import Foundation
import Notebook

/// The derivative of a sum: on one number, and in the middle of a net.
func whyAShortcutHelps(
  _ fromTape: (Int, (Tensor) -> Tensor) -> Double, on batch: Batch, seed: UInt64,
  _ checks: inout Checks
) {
  // The derivative of a sum is the sum of the derivatives, and that of x is 1. So that of x + F(x) is
  // 1 + F′(x). First on one number, with a sigmoid for F:

  heading(
    "Why a shortcut helps",
    "The derivative of a sum is the sum of the derivatives, and that of x is 1.")
  var residual = Table("layers", "plain: all F′ multiplied", "residual: all 1 + F′ multiplied")
  for n in [1, 10, 30] {
    residual.add(n, fromTape(n) { sigmoid($0) }, fromTape(n) { $0 + sigmoid($0) })
  }
  show(residual)
  let one = fromTape(1) { $0 + sigmoid($0) }
  checks.expect("the shortcut adds exactly 1", got: one, 1 + fromTape(1) { sigmoid($0) })
  let thirty = fromTape(30) { $0 + sigmoid($0) }
  checks.expect("thirty residual sigmoids do not vanish", got: thirty, atLeast: 1)

  // Try other functions, another first number, or a weight before each:
  //
  // lab: slopes

  // slide: A shortcut adds exactly 1 to the derivative of its layer
  // show: formula \frac{d}{dx}\bigl(x + F(x)\bigr) = 1 + F'(x) … \text{plain: } \prod_i F'_i \qquad \text{residual: } \prod_i \bigl(1 + F'_i\bigr)
  // say: The derivative of a sum is the sum of the derivatives, and that of x is 1. Step: what that does to the
  //   product of the chain rule. Ask which of the two can vanish. The table above has both, for thirty sigmoids.

  // It does not vanish, but why does it stop growing at 2.241? Because the numbers move. A sigmoid of what
  // is not negative is at least ½, so each layer adds at least ½, and soon nearly 1. There the sigmoid is
  // in saturation: so far from zero that it hardly changes. Its derivative is then nearly $e^{-x}$, and
  // with x larger by 1 in each layer, the factors $1 + e^{-x}$ approach 1 in a geometric series. After n
  // layers, those to come will multiply the product by
  //
  // $$\prod_{k \ge 0} \left(1 + e^{-(x_n + k)}\right) \approx 1 + \frac{e^{-x_n}}{1 - e^{-1}}$$

  var (x, product) = (0.0, 1.0)
  var limit = Table("layers", "the number", "σ′ there", "product", "product · what is to come")
  var estimates: [Double] = []
  for n in 0...30 {
    let y = 1 / (1 + exp(-x))
    let estimate = product * (1 + exp(-x) / (1 - exp(-1)))
    if [0, 2, 5, 10, 20, 30].contains(n) { limit.add(n, x, y * (1 - y), product, estimate) }
    estimates.append(estimate)
    (x, product) = (x + y, product * (1 + y * (1 - y)))
  }
  show(limit)
  checks.expect("it stops at 2.241", (product * 1000).rounded() == 2241)
  checks.expect(
    "from the tenth layer the end is foreseen, relatively", got: abs(estimates[10] / product - 1),
    atMost: 1e-6)

  // So a shortcut keeps what is there: a factor of 1 in each layer. It does not make a saturated branch
  // learn, since F′ is as small as it was.
  //
  // Then on the net. The backward function of a sum passes the gradient it gets to both inputs unchanged,
  // to the shortcut and to the branch, which is the layer. We cut out the fifteenth hidden layer, give
  // shortcut and branch each a copy of `x`, and add a zero behind the branch, whose gradient is the one
  // the branch gets.

  var ways = Table("f", "to the shortcut", "to the branch", "passed on by the branch", "ratio")
  for activation in Activation.allCases {
    var random = Random(seed: seed)
    let net = DeepNet(activation, isResidual: true, using: &random)
    let layer = net.hidden[14]
    let x = net.hidden[..<14].reduce(net.enter(batch.images)) { x, layer in layer(x) }
    let tape = Tape()
    let (shortcut, input, zero) = (tape.watch(x), tape.watch(x), tape.watch(.zeros(x.shape)))
    let y = shortcut + (layer.branch(input) + zero)
    let scores = net.last(net.hidden[15...].reduce(y) { x, layer in layer(x) })
    let found = crossEntropy(scores, batch.labels).backward()
    let areSame = found[shortcut]!.scalars == found[zero]!.scalars
    checks.expect("\(activation): shortcut and branch get the same gradient", areSame)
    let (whole, part) = (norm(found[shortcut]!), norm(found[input]!))
    ways.add(activation, whole, norm(found[zero]!), part, part / whole)
    checks.expect("the branch passes on less", got: part / whole, atMost: Thresholds.passedOn)
  }
  show(ways)

  // A plain layer would pass on only what stands in the fourth column. With a shortcut, `x` gets that and
  // what stands in the second.
}
