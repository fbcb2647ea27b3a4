import Autograd
import Chapter6Net
import Notebook

/// Two ways to let each block begin as the identity, tested exactly.
func identityAtTheStart(seed: UInt64, _ checks: inout Checks) {
  // If small branches help, one can begin with none. **Zero-γ** (Goyal et al. 2017, "Accurate, large minibatch SGD")
  // lets the γ of the last norm in each branch begin at 0. **SkipInit** (De and Smith 2020) leaves the norms out and
  // multiplies the branch by one parameter, α, which begins at 0. The block then returns what it is given, but
  // for the ReLU behind the sum: not nearly, but to the last bit.
  //
  // source: Chapters/Chapter6/Net/StackedBlock.swift

  var random = Random(seed: seed)
  let x = Tensor.normal([8, 8, 14, 14], using: &random)
  let blocks = [Scaling.zeroGamma, .skipInit].map { scaling in
    (scaling.title, StackedBlock(8, 8, isResidual: true, scaling, using: &random))
  }
  for (name, block) in blocks {
    checks.expect("\(name): block(x) is relu(x)", block(x.on(Tape())).scalars == relu(x).scalars)
  }

  // And what can the first step change? A gradient that is multiplied by zero is zero: the convolutions do not move
  // yet. But the factor does, and from then on they do, too.

  for (name, block) in blocks {
    let y = block(x.on(Tape()))
    let gradients = (y * y).mean().backward()
    let convolutions = [block.conv1, block.conv2].map { norm(gradients[$0.weight]!) }
    let factor = norm(gradients[block.alpha ?? block.norm2!.weight]!)
    checks.expect("\(name): gradient of the convolutions", got: convolutions, [0, 0])
    checks.expect("\(name): the factor has one", factor > 0)
  }

  // slide: A branch that begins at zero makes the block begin as the identity
  // show: formula \text{zero-}\gamma\text{: } \gamma = 0 \text{ in the last norm} … \text{SkipInit: } y = x + \alpha F(x), \quad \alpha = 0
  // note: Checked to the last bit: block(x) = ReLU(x).
  // say: In the first step only the factor moves; the convolutions get no gradient through a zero. Then they learn, too.
}
