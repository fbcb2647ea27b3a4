import Autograd
import Foundation
import Notebook
import Optimizers

/// Adam from its formula, beside the library's.
func adamByHand(_ figures: Figures, _ checks: inout Checks) {
  // Stochastic gradient descent moves each parameter by the learning rate times its gradient, so a parameter
  // with small gradients hardly moves. Adam (Kingma and Ba 2015, algorithm 1) gives all of them about the
  // same speed. For each number $w$ with gradient $g$ it keeps two exponential moving averages, of the
  // gradient and of its square:
  //
  // $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
  //
  // Both begin at zero, so at first they are too small: after $t$ steps with the same gradient, $m$ is
  // $(1 - \beta_1^t)\, g$. The bias correction divides by that factor, and then $w$ moves by their ratio:
  //
  // $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
  //
  // η is the learning rate; the paper has $\beta_1 = 0.9$ and $\beta_2 = 0.999$. An ε of 10⁻⁸ keeps a
  // gradient of zero from being divided by zero. In code:

  heading(
    "Adam",
    "Adam (Kingma and Ba 2015, algorithm 1) gives all of them about the same speed.")
  struct Hand {
    var (m, v, t, w) = (0.0, 0.0, 0.0, 0.0)
    mutating func step(_ g: Double, correctsBias: Bool = true) {
      t += 1
      m = 0.9 * m + 0.1 * g
      v = 0.999 * v + 0.001 * g * g
      let (a, b) = correctsBias ? (1 - pow(0.9, t), 1 - pow(0.999, t)) : (1, 1)
      w -= 0.001 * (m / a) / ((v / b).squareRoot() + 1e-8)
    }
  }

  // slide: Adam divides the mean gradient by the root of its mean square
  // show: formula m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2 … \hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} … w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}
  // say: Two moving averages for every parameter. Step: both begin at zero, and the correction makes up for that. Step: the
  //   step is their ratio, about one learning rate, whatever the size of the gradient.

  // Three numbers get gradients for twenty steps: always 1, always a hundredth, and 1 and −1 in turns. The
  // gradient of Σ g · w with respect to w is g, so this loss hands the library's optimizer the same.

  let parameter = Parameter(.zeros([3]))
  let adam = Adam([parameter], learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
  var hands = [Hand(), Hand(), Hand()]
  var (moved, apart) = ([[0.0], [0.0], [0.0]], 0.0)
  for t in 1...20 {
    let g = [1, 0.01, t.isMultiple(of: 2) ? -1 : 1]
    let loss = (Tensor(g.map(Float.init), shape: [3]) * parameter.on(Tape())).sum()
    adam.step(loss.backward())
    for i in 0..<3 {
      hands[i].step(g[i])
      let w = Double(parameter.value.scalars[i])
      moved[i].append(-1000 * w)
      apart = max(apart, abs(w - hands[i].w))
    }
  }
  figures.show(movesChart(moved), as: "adam")
  checks.expect("the library's Adam and the lines above apart by", got: apart, atMost: 1e-7)

  // The first two have moved equally far, a learning rate per step, although one gradient is a hundred times
  // the other. The third, whose gradients do not agree, has moved less than two.

  show("learning rates moved in twenty steps", moved.map { $0.last! })
  checks.expect("always 1: a learning rate per step", abs(moved[0].last! - 20) < 0.01)
  checks.expect("a hundredth: just as far", abs(moved[1].last! - 20) < 0.01)
  checks.expect("in turns: at most", got: moved[2].map(abs).max()!, atMost: 2)

  // Without the bias correction the first step would be $0.1 / \sqrt{0.001} = 3.2$ learning rates long: the
  // average of the squares is further from its end than that of the gradients. The formula as code is in
  // [`Kernels/Reference/Adam.swift`](../../Sources/Kernels/Reference/Adam.swift); what it keeps from step to
  // step is in [`Optimizers/Adam.swift`](../../Sources/Optimizers/Adam.swift).

  var (right, raw) = (Hand(), Hand())
  right.step(1)
  raw.step(1, correctsBias: false)
  show(
    "the first step, in learning rates", -1000 * right.w, "without the correction", -1000 * raw.w)
  checks.expect("the first step is 1 learning rate", abs(-1000 * right.w - 1) < 1e-4)
  checks.expect("without the correction 3.16", abs(-1000 * raw.w - 3.1623) < 1e-3)

  // slide: Without bias correction the first step would be {raw:2} learning rates long
  // number: raw = the first step, in learning rates * without the correction …
  // number: right = the first step, in learning rates … without
  // show: number right = learning rate, with the correction | raw:2 = learning rates, without it
  // say: Both averages are too small at first, but the root of 0.001 is smaller by less than 0.1 is. Ask before you show it:
  //   too long or too short?
}
