import Autograd

/// How large the gradients are after one backward pass: of each line of the tape, and on each way
/// between two.
struct Sizes {
  /// From a line back to one of its inputs.
  struct Way: Hashable {
    let from, to: Int
  }

  private(set) var gradients: [Int: Double] = [:]
  private(set) var flows: [Way: Double] = [:]

  init(_ loss: Tensor) {
    var sums: [Int: Tensor] = [:]
    var ways: [Way: Tensor] = [:]
    _ = loss.backward { flow in
      // A line may pass something back to the same input twice: `x + x` does.
      let way = Way(from: flow.from, to: flow.to)
      ways[way] = ways[way].map { $0 + flow.gradient } ?? flow.gradient
      sums[flow.to] = sums[flow.to].map { $0 + flow.gradient } ?? flow.gradient
    }
    gradients = sums.mapValues(size)
    flows = ways.mapValues(size)
    gradients[loss.line!] = 1
  }
}

/// The root of the mean of the squares: how far from zero a typical number is.
///
/// The squares are taken as `Double`: that of 10⁻²⁴ is smaller than the least `Float`.
func size(_ x: Tensor) -> Double {
  let squares = x.scalars.reduce(0) { $0 + Double($1) * Double($1) }
  return x.count == 0 ? 0 : (squares / Double(x.count)).squareRoot()
}
