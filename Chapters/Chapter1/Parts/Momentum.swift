import Autograd
import Chapter1Net
import Foundation
import Notebook
import Optimizers
import Plots

/// Momentum: what it remembers, and what that is good for.
func momentum(_ figures: Figures, _ checks: inout Checks) {
  // Stochastic gradient descent takes a step against the gradient g, as large as the learning rate $\eta$
  // says. With momentum each step depends on all gradients so far, on the latest most. The optimizer keeps
  // a velocity v, which begins at zero, and steps along that; $\mu$ is the momentum.
  //
  // $$v \leftarrow \mu v + g \qquad w \leftarrow w - \eta v$$
  //
  // What all batches agree on adds up, to $g / (1 - \mu)$: with $\mu = 0.9$ tenfold. What changes its sign
  // from step to step cancels. Where that matters one sees on a valley, steep across and shallow along:
  // $\frac12 (a^2 + 100 b^2)$, whose gradient is (a, 100 b). Here is the rule by hand, and the optimizer's.

  heading(
    "Momentum", "With momentum each step depends on all gradients so far, on the latest most.")
  let curvature: [Float] = [1, 100]

  func byHand(_ rate: Float, _ momentum: Float, steps: Int) -> [[Float]] {
    var (w, v): ([Float], [Float]) = ([1, 1], [0, 0])
    return (0..<steps).map { _ in
      for i in 0..<2 {
        v[i] = momentum * v[i] + curvature[i] * w[i]
        w[i] -= rate * v[i]
      }
      return w
    }
  }

  func bySGD(_ rate: Float, _ momentum: Float, steps: Int) -> [[Float]] {
    let w = Parameter(.ones([2]))
    let optimizer = SGD([w], learningRate: rate, momentum: momentum)
    return (0..<steps).map { _ in
      let now = w.on(Tape())
      let loss = 0.5 * (Tensor(curvature, shape: [2]) * now * now).sum()
      optimizer.step(loss.backward())
      return w.value.scalars
    }
  }

  // The second derivative, called curvature, is 1 along this valley and κ = 100 across it. For such a
  // valley the best settings are known (Polyak 1964): without momentum $\eta = 2/(\kappa + 1)$, and the
  // distance to the minimum shrinks by $(\kappa - 1)/(\kappa + 1)$ a step; with it
  // $\eta = 4/(\sqrt\kappa + 1)^2$, $\mu = ((\sqrt\kappa - 1)/(\sqrt\kappa + 1))^2$, and the factor is in the
  // long run $\sqrt\mu$. From the factor follows how many steps make the distance a thousandth.

  let (k, root) = (100.0, 10.0)
  let settings: [(name: String, rate: Double, momentum: Double, factor: Double)] = [
    ("without", 2 / (k + 1), 0, (k - 1) / (k + 1)),
    ("with", 4 / pow(root + 1, 2), pow((root - 1) / (root + 1), 2), (root - 1) / (root + 1)),
  ]
  var table = Table(
    "", "learning rate", "μ", "factor per step, expected", "steps to a thousandth, expected",
    "by hand", "SGD")
  var chart = LineChart(
    "A valley, 100 times as steep across as along", x: Axis("step"),
    y: Axis("distance to the minimum", .logarithmic))
  func thousandth(_ factor: Double) -> Int {
    Int((Foundation.log(0.001) / Foundation.log(factor)).rounded(.up))
  }
  var needed: [Int] = []
  for (name, rate, momentum, factor) in settings {
    let (hand, library) = (
      byHand(Float(rate), Float(momentum), steps: 400),
      bySGD(Float(rate), Float(momentum), steps: 400)
    )
    let apart = zip(hand.joined(), library.joined()).map { abs($0 - $1) }.max()!
    checks.expect("\(name) momentum: by hand as by SGD", got: apart, atMost: 1e-6)
    func distances(_ places: [[Float]]) -> [Double] {
      places.map { norm(Tensor($0, shape: [2])) / 2.0.squareRoot() }
    }
    func steps(_ places: [[Float]]) -> Int { distances(places).firstIndex { $0 < 0.001 }! + 1 }
    needed.append(steps(library))
    table.add(
      name, rate, momentum, factor, thousandth(factor), steps(hand),
      steps(library))
    chart.line("\(name) momentum", Array(distances(library).prefix(200)))
  }
  show(table)
  figures.show(chart.picture(), as: "momentum")
  checks.expect("steps to a thousandth, without and with momentum", got: needed, [346, 56])

  // slide: Momentum needs {with} steps where plain descent needs {without}
  // number: with = with | SGD
  // number: without = without | SGD
  // show: figure momentum
  // say: A valley a hundred times as steep across as along, each method with its best settings. What all gradients agree
  //   on adds up, what changes its sign cancels. In the beginning the distance even grows.

  // With momentum it takes 56 steps instead of 346, less than a sixth. It is not the 35 that the factor
  // alone gives: at these settings the distance falls as $t \, \mu^{t/2}$, and at first it even grows. And
  // a velocity that all gradients agree on grows tenfold, so a rate of 0.01 with a momentum of 0.9 goes as
  // far as one of 0.1 without:

  let velocity = (0..<100).reduce(0.0) { v, _ in 0.9 * v + 1 }
  checks.expect(
    "after a hundred gradients of 1 the velocity is 10", got: abs(velocity - 10), atMost: 1e-3)

  // The rule is in `Sources/Optimizers/SGD.swift`. Nesterov's momentum and others differ; this is
  // PyTorch's.
}
