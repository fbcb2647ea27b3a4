import Autograd
import Chapter1Net

/// A number that goes through one function after the other, and the derivative of each result, from the tape.
package struct SlopeChain {
  /// The function.
  package let activation: Activation
  /// What it is given is multiplied by this.
  package let weight: Float
  /// Whether each function's input is added to its result.
  package let isResidual: Bool

  package init(_ activation: Activation, weight: Float, isResidual: Bool) {
    (self.activation, self.weight, self.isResidual) = (activation, weight, isResidual)
  }

  /// One function of the chain, a scalar from a scalar.
  @inline(never)
  package func step(_ x: Tensor) -> Tensor {
    let y = activation(weight * x)
    return isResidual ? x + y : y
  }

  /// For each of `count` functions its result, its slope there, which is the derivative of the result with respect
  /// to what the function was given, and the derivative of the result with respect to the first number.
  package func walk(from x: Float, count: Int) -> (
    results: [Float], slopes: [Float], derivatives: [Float]
  ) {
    var (results, slopes, derivatives): ([Float], [Float], [Float]) = ([], [], [])
    for n in 1...count {
      let before = Tape().watch(Tensor(results.last ?? x))
      slopes.append(step(before).backward()[before]!.scalar)
      let first = Tape().watch(Tensor(x))
      let last = (0..<n).reduce(first) { y, _ in step(y) }
      results.append(last.scalar)
      derivatives.append(last.backward()[first]!.scalar)
    }
    return (results, slopes, derivatives)
  }
}
