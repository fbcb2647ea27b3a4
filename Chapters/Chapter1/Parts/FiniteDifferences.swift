import Autograd
import Notebook

/// Derivatives from the tape, compared with differences.
func finiteDifferences(_ checks: inout Checks) {
  // Both could be wrong in the same way. So we compare with finite differences: five numbers go through
  // three sigmoids, each a hundredth smaller and a hundredth larger.

  func thrice(_ x: Tensor) -> Tensor { sigmoid(sigmoid(sigmoid(x))) }

  let five = Tape().watch(Tensor([-2, -1, 0, 1, 2], shape: [5]))
  let derivatives = thrice(five).sum().backward()[five]!.scalars
  let step = Tensor.filled(with: 0.01, [5])
  let (below, above) = (thrice(five - step), thrice(five + step))
  let differences = zip(below.scalars, above.scalars).map { ($1 - $0) / 0.02 }
  show("from the tape", derivatives)
  show("from differences", differences)
  checks.expect(
    "finite differences give the same, relatively",
    got: zip(derivatives, differences).map { abs($1 / $0 - 1) }.max()!,
    atMost: Thresholds.difference)
}
