import Chapter1Net

/// A number through a chain of functions.
///
/// - Returns: how many numbers the answer has: all results, all slopes, all derivatives with respect to the first number.
@_cdecl("slopes") public func slopes(
  count: Int32, activation: Int32, x: Float, weight: Float, isResidual: Int32
) -> Int32 {
  let chain = SlopeChain(
    Activation.allCases[Int(activation)], weight: weight, isResidual: isResidual != 0)
  let walk = chain.walk(from: x, count: Int(count))
  return reply(walk.results + walk.slopes + walk.derivatives)
}
