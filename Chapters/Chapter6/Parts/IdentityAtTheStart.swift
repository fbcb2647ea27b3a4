import Autograd
import Chapter6Net
import Notebook

/// Two ways to let each block begin as the identity, tested exactly.
func identityAtTheStart(seed: UInt64, _ checks: inout Checks) {
  // If small branches help, one can make them zero. **Zero-γ** (Goyal et al. 2017) lets the γ of the last norm in
  // each branch begin at 0. **SkipInit** (De and Smith 2020) leaves the norms out and multiplies the branch by
  // one parameter α, which begins at 0. Both are the identity then, but for the ReLU behind the sum, and
  // not nearly: to the last bit.

  var random = Random(seed: seed)
  let x = Tensor.normal([8, 8, 14, 14], using: &random)
  for scaling in [Scaling.zeroGamma, .skipInit] {
    let block = StackedBlock(8, 8, isResidual: true, scaling, using: &random)
    checks.expect(
      "\(scaling.title): block(x) is relu(x)", block(x.on(Tape())).scalars == relu(x).scalars)

    // What does its first step change? Behind a zero, convolutions get no gradient; γ and α do.

    let y = block(x.on(Tape()))
    let gradients = (y * y).sum().backward()
    let convolutions = [block.conv1, block.conv2].map { norm(gradients[$0.weight]!) }
    let factor = norm(gradients[block.alpha ?? block.norm2!.weight]!)
    show("\(scaling.title): gradient norm of the convolutions", convolutions, "of the factor", factor)
    checks.expect("\(scaling.title): the convolutions get none", got: convolutions, [0, 0])
    checks.expect("\(scaling.title): the factor does", got: factor, atLeast: 1)
  }

  // slide: A branch that begins at zero makes the block begin as the identity
  // show: formula \text{zero-}\gamma\text{: } \gamma = 0 \text{ in the last norm} … \text{SkipInit: } y = x + \alpha F(x), \quad \alpha = 0
  // note: Checked to the last bit: block(x) = ReLU(x).
  // say: In the first step only γ and α move; the convolutions get no gradient through a factor of zero. Then they train, too.
}
