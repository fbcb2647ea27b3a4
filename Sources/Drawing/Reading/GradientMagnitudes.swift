import Autograd

/// The root mean square of each gradient of one backward pass: of every line of the tape, and of every
/// contribution that one line makes to the gradient of another.
struct GradientMagnitudes {
  /// From a line back to one of its inputs.
  struct Edge: Hashable {
    let from, to: Int
  }

  private(set) var gradients: [Int: Double] = [:]
  private(set) var flows: [Edge: Double] = [:]

  init(_ loss: Tensor) {
    var sums: [Int: Tensor] = [:]
    var contributions: [Edge: Tensor] = [:]
    _ = loss.backward { flow in
      // In `x + x` a line contributes twice to the same input.
      let edge = Edge(from: flow.from, to: flow.to)
      contributions[edge] = contributions[edge].map { $0 + flow.gradient } ?? flow.gradient
      sums[flow.to] = sums[flow.to].map { $0 + flow.gradient } ?? flow.gradient
    }
    gradients = sums.mapValues(rootMeanSquare)
    flows = contributions.mapValues(rootMeanSquare)
    gradients[loss.line!] = 1
  }
}

/// The root mean square of all elements.
///
/// Squares are summed in `Double`: the square of 10⁻²⁴ is below the smallest `Float`.
func rootMeanSquare(_ x: Tensor) -> Double {
  let squares = x.scalars.reduce(0) { $0 + Double($1) * Double($1) }
  return x.count == 0 ? 0 : (squares / Double(x.count)).squareRoot()
}
