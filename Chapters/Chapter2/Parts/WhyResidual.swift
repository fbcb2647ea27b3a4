import Autograd
import Chapter2Net
import Layers
import Notebook

/// H, F, and what is residual about a residual block.
func whyResidual(seed: UInt64, _ checks: inout Checks) {
  // Call H(x) what a block should compute. Plain layers have to learn H itself. A residual block returns
  //
  // $$H(x) = x + F(x), \qquad F(x) = H(x) - x$$
  //
  // so its branch learns the residual mapping $F$: what is left of $H$ once x is taken away. If $H$ changes
  // x only a little, $F$ is small, and if the block should pass x on as it is, $F$ is zero.
  //
  // Why should a block want to do that? The pre-activation notebook opens with the reason. All functions
  // that a net can compute, whatever its parameters, are its solution space, or function class. Add layers
  // to a net: if they can be the identity, the function that returns its input, the larger net can do all
  // that the smaller could. The spaces are nested, one inside the other, and the best loss on the training
  // pictures cannot become worse. Chapter 1 has shown that training need not find that best: the deeper
  // plain net had the larger training loss.
  //
  // Plain layers can be the identity, too, at least of numbers that are not negative: each 3 × 3 window has
  // a 1 in its center, for its own channel, and 0 everywhere else. In a residual block all weights are 0.

  heading(
    "Why “residual”",
    "Call H(x) what a block should compute.")
  var random = Random(seed: seed)
  let channels = 16
  let (plain, residual) = (
    ResidualBlock(channels, using: &random), ResidualBlock(channels, using: &random)
  )
  var center = [Float](repeating: 0, count: channels * channels * 9)
  for c in 0..<channels { center[(c * channels + c) * 9 + 4] = 1 }
  let identity = Tensor(center, shape: [channels, channels, 3, 3])
  let zero = Tensor.zeros(identity.shape)

  func length(_ x: Tensor) -> Double { Double((x * x).sum().scalar).squareRoot() }
  let start = plain.conv1.weight.value
  let (toIdentity, toZero) = (length(start - identity), length(start))
  for (block, goal) in [(plain, identity), (residual, zero)] {
    for conv in [block.conv1, block.conv2] {
      conv.weight.value = goal
      for bias in conv.parameters.dropFirst() { bias.value = .zeros(bias.value.shape) }
    }
  }
  let x = Tensor.uniform([4, channels, 12, 12], in: 0...1, using: &random)
  let y = relu(plain.conv2(relu(plain.conv1(x))))
  checks.expect("plain layers can be the identity", y.scalars == x.scalars)
  checks.expect("a residual block with zeros is it", residual(x).scalars == x.scalars)

  // Both can be reached. How far are they from where weights begin?

  show("from the first weights to the plain identity", toIdentity, "to zero", toZero)
  checks.expect("zero is nearer than the identity", toZero < toIdentity)

  // slide: The branch learns the residual: what is left of H once x is taken away
  // show: formula H(x) = x + F(x) … F(x) = H(x) - x … H(x) = x \iff F = 0
  // say: H is what the block should compute. Step: so the branch learns the difference, and that gave the net its name. Step:
  //   to pass its input on, a block needs weights of zero; a plain layer needs a 1 for each channel, in the right places.

  // Not much nearer. What differs is the direction: first weights are drawn around 0, and weight decay,
  // which takes a share of each weight away at every step, leads to 0, while the ones of the identity have
  // to be found, one for each channel, in every layer. And a branch near 0 that changes a little does a
  // little harm; a plain layer whose ones are missing loses its input. Chapter 3 draws function classes
  // that are nested and some that are not.
}
