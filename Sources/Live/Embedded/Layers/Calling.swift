import Autograd

extension Layer {
  /// `forward(x)`, recorded on the tape of `x`; what was used is not compared with the parameters.
  ///
  /// It stands in for `Layers/Calling.swift`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard let tape = x.tape else { return forward(x) }
    return tape.inside(self) { forward(x) }
  }
}

enum Listings {
  /// Nobody compares what was listed.
  static func note(_ parameters: [Parameter], of net: any Layer) {}
}
