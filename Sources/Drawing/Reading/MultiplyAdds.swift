import Foundation

extension Graph {
  /// Multiply-adds of one forward pass: products of a weight and a number that are added up.
  var multiplyAdds: Int { nodes.reduce(0) { $0 + $1.multiplyAdds } }
}

extension Node {
  /// Those of this operation: every number of its result is a sum over one row, or one window, of the weight.
  var multiplyAdds: Int {
    let sums = weights.filter { $0.shape.count > 1 }.map { $0.shape.dropFirst().reduce(1, *) }
    return shape.reduce(1, *) * sums.reduce(0, +)
  }
}

/// A number of multiply-adds in three digits: `3.66 G multiply-adds`.
func multiplyAdds(_ count: Int) -> String { Words(.english).multiplyAdds(count) }

/// A number in three digits: `3.66 G`, `318 M`.
func inThreeDigits(_ count: Int) -> String {
  let (size, unit) =
    switch count {
    case 1_000_000_000...: (1e9, " G")
    case 1_000_000...: (1e6, " M")
    case 10_000...: (1e3, " k")
    default: (1.0, "")
    }
  let value = Double(count) / size
  if size == 1 { return "\(count)" }
  let places = value < 10 ? 2 : value < 100 ? 1 : 0
  return String(format: "%.*f", places, value) + unit
}
