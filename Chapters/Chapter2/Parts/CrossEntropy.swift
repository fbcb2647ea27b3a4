import Autograd
import Foundation
import Notebook
import Plots

/// Cross-entropy: scores as probabilities, and the price of being wrong.
func crossEntropyByHand(_ figures: Figures, _ checks: inout Checks) {
  // The net returns a score z for each class, any number. Softmax makes probabilities of them, positive and
  // with the sum 1, and the loss of a picture is minus the logarithm of what the right class c got:
  //
  // $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}} \qquad L = -\ln p_c = \ln \sum_j e^{z_j} - z_c$$
  //
  // It is 0 if the right class gets all, and grows without end if it gets nothing. For a batch it is the
  // mean. The right-hand side is the one to compute. $e^{100}$ is too large for a `Float`, which ends at
  // 3.4 · 10³⁸, so the largest score m is subtracted first, which changes nothing:
  // $\ln \sum_j e^{z_j} = m + \ln \sum_j e^{z_j - m}$. By hand, from `exp`, `sum` and `log`:

  heading("Cross-entropy", "The net returns a score z for each class, any number.")
  func byHand(_ scores: Tensor, _ labels: [Int], subtracts: Bool = true) -> Tensor {
    let (n, classes) = (scores.shape[0], scores.shape[1])
    let rows = (0..<n).map { scores.scalars[$0 * classes..<($0 + 1) * classes] }
    let m = Tensor(rows.map { subtracts ? $0.max()! : 0 }, shape: [n, 1])
    let sums = Autograd.log(exp(scores - m).sum(over: 1)) + m
    let right = (scores * oneHot(labels, classes)).sum(over: 1)
    return (sums - right).mean()
  }

  /// 1 for the right class of each picture, and 0 for all others.
  func oneHot(_ labels: [Int], _ classes: Int) -> Tensor {
    let rows = labels.flatMap { label in (0..<classes).map { $0 == label ? Float(1) : 0 } }
    return Tensor(rows, shape: [labels.count, classes])
  }

  let scores = Tensor([2, -1, 0.5, 0, 0, 0, 100, 0, 1], shape: [3, 3])
  let labels = [0, 2, 0]
  show("the largest Float", Float.greatestFiniteMagnitude)
  show("by hand", byHand(scores, labels).scalar)
  show("crossEntropy", crossEntropy(scores, labels).scalar)
  show("without m", byHand(scores, labels, subtracts: false).scalar)
  let apart = abs(byHand(scores, labels).scalar - crossEntropy(scores, labels).scalar)
  checks.expect("by hand as crossEntropy", got: apart, atMost: Threshold.entropy)
  let overflows = byHand(scores, labels, subtracts: false).scalar
  checks.expect("without m it is infinite", overflows == .infinity)

  // slide: Cross-entropy is minus the logarithm of what the right class got
  // show: formula p_k = \frac{e^{z_k}}{\sum_j e^{z_j}} … L = -\ln p_c … \frac{\partial L}{\partial z_k} = p_k - [k = c]
  // say: Softmax makes probabilities of scores. Step: the loss of one picture, whose class is c. Step: its gradient, softmax
  //   minus one-hot. In code the largest score is subtracted first, or the exponential is infinite.

  // The derivative of $\ln \sum e^{z_j}$ with respect to $z_k$ is $p_k$, and that of $-z_c$ is −1 for the
  // right class. So the gradient is softmax minus one-hot (1 for the right class, 0 for all others),
  // divided by the number of pictures: each wrong score is pushed down as far as it is believed, the right
  // one up as far as it is not. Its numbers add up to 0.

  let (mine, theirs) = (Tape().watch(scores), Tape().watch(scores))
  let fromHand = byHand(mine, labels).backward()[mine]!
  let fromLoss = crossEntropy(theirs, labels).backward()[theirs]!
  let formula = (1 / 3) * (softmax(scores) - oneHot(labels, 3))
  show("softmax − one-hot, a third of it", formula.scalars)
  for (name, gradient) in [("the tape, by hand", fromHand), ("crossEntropy", fromLoss)] {
    let apart = zip(gradient.scalars, formula.scalars).map { abs($0 - $1) }.max()!
    checks.expect("\(name): the gradient is that", got: apart, atMost: Threshold.entropy)
  }

  // With two classes only the difference of the two scores counts. The loss and its derivative:

  var chart = LineChart(
    "Cross-entropy of two classes", x: Axis("right score minus wrong score"),
    y: Axis("loss, and its derivative"))
  let differences = stride(from: -6.0, through: 6, by: 0.1)
  func softmaxOfTwo(_ d: Double) -> Double { 1 / (1 + exp(-d)) }
  chart.line("loss", differences.map { Point($0, -Foundation.log(softmaxOfTwo($0))) })
  chart.line("derivative", differences.map { Point($0, softmaxOfTwo($0) - 1) })
  figures.show(chart.picture(), as: "cross-entropy")

  // slide: However wrong a score is, its gradient does not vanish
  // show: figure cross-entropy
  // say: Two classes. Far on the wrong side the derivative is −1, however far: no saturation. Compare a squared difference
  //   behind a sigmoid, whose derivative goes to 0 there.

  // Far on the wrong side the derivative is −1, however far: no saturation, unlike a squared difference
  // behind a sigmoid. On the right side both end at 0.
  //
  // `Sources/Autograd/Ops/CrossEntropy.swift` is the operation, with its gradient in one line.
}
