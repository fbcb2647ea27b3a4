import Autograd
import Layers
import Notebook

/// The gradient of a batch norm, by hand beside the tape.
func normGradient(seed: UInt64, _ checks: inout Checks) {
  // Mean and variance are computed from x, so the gradient flows through them, too. Each $x_i$ moves every
  // $y_j$ of its channel. With $dy$ for the gradient of the loss with respect to $y$, what comes out is
  //
  // $$dx_i = \frac{\gamma}{\sqrt{\sigma^2 + \varepsilon}} \Bigl( dy_i - \frac1m \sum_j dy_j - \hat x_i\, \frac1m \sum_j dy_j\, \hat x_j \Bigr)$$
  //
  // The first term is what a division by a constant would give. From it two parts are taken out: the mean of
  // $dy$, and what of $dy$ points along $\hat x$. They must go. Adding the same number to all $x_i$ changes
  // no $y$, so no gradient may point that way; nor does stretching them about their mean, which is the
  // direction of $\hat x$.

  heading(
    "Its gradient",
    "Mean and variance are computed from x, so the gradient flows through them, too.")
  var random = Random(seed: seed)
  let x = 3 * Tensor.normal([4, 3, 6, 6], using: &random) + 5
  let dy = Tensor.normal(x.shape, using: &random)
  let norm = BatchNorm2D(3)
  norm.weight.value = .uniform([3], in: 0.5...1.5, using: &random)

  let distance = x - x.mean(over: 0, 2, 3)
  let deviation = squareRoot((distance * distance).mean(over: 0, 2, 3) + 1e-5)
  let normal = distance / deviation
  let rest = dy - dy.mean(over: 0, 2, 3) - normal * (dy * normal).mean(over: 0, 2, 3)
  let byHand = rest / deviation * norm.weight.value

  // On the tape, the gradient of Σ dy · y with respect to y is dy.

  let tape = Tape()
  let watched = tape.watch(x)
  let dx = (dy * norm(watched)).sum().backward()[watched]!

  show("gradient norm by hand", norm2(byHand), "on the tape", norm2(dx))
  checks.expect("they are apart by", got: norm2(byHand - dx) / norm2(dx), atMost: 2e-6)
  let along = [dx.sum(over: 0, 2, 3), (dx * normal).sum(over: 0, 2, 3)].map {
    norm2($0) / norm2(dx)
  }
  show("of it along a constant and along x̂", along)
  checks.expect("no gradient points along a constant or along x̂", got: along.max()!, atMost: 1e-5)

  // slide: The gradient of a norm leaves out what would change mean or deviation
  // show: formula dx = \frac{\gamma}{\sqrt{\sigma^2 + \varepsilon}} \left( dy - \overline{dy} - \hat x\, \overline{dy\, \hat x} \right)
  // note: A bar is a mean over the channel. Divided by the deviation: for a tenth of x, dx is ten times as large.
  // say: Mean and variance depend on x, too. Adding a constant to all x, or stretching them, changes no y; so no gradient may
  //   point there. Those are the two terms that are subtracted.

  // The factor before the brackets is the other thing to remember: the gradient is divided by the deviation
  // of what came in. A norm makes large inputs smaller, and their gradients with them; chapter 5 sends
  // gradients through a hundred of these.

  let small = tape.watch(0.1 * x)
  let tenfold = (dy * norm(small)).sum().backward()[small]!
  checks.expect(
    "for a tenth of x, the gradient is ten times as large",
    got: abs(norm2(tenfold) / norm2(dx) - 10), atMost: 0.01)
}
