import Autograd

// A layer that is called is recorded on the tape, and what it used is compared with its parameters.

extension Layer {
  /// `forward(x)`, recorded on the tape of `x` as happening inside this layer.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    if let pass = Pass.current { return call(x, in: pass) }
    let pass = Pass(on: x.tape)
    let listed = Listings.last(of: self) ?? Listings.list(self)
    let y = Pass.$current.withValue(pass) { call(x, in: pass) }
    requireUse(in: pass, of: listed, isTraining: x.tape?.mode == .training)
    return y
  }

  private func call(_ x: Tensor, in pass: Pass) -> Tensor {
    pass.inside(self) {
      guard let tape = x.tape else { return forward(x) }
      return tape.inside(self) { forward(x) }
    }
  }
}
