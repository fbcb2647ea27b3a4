import Autograd

/// A matrix whose rows and columns add up to 1, made of any square matrix.
///
/// Sinkhorn and Knopp 1967: of positive numbers, here exponentials, rows and columns are divided by their sums in
/// turn. The result is doubly stochastic up to what so many rounds leave; its columns are exact but for rounding.
///
/// - Parameters:
///   - scores: `[S, S]`.
///   - rounds: how often both are divided; mHC (Xie et al. 2025) has 20.
/// - Returns: the same shape.
public func sinkhorn(_ scores: Tensor, rounds: Int = 20) -> Tensor {
  (0..<rounds).reduce(exp(scores)) { m, _ in
    let rows = m / m.sum(over: 1)
    return rows / rows.sum(over: 0)
  }
}
