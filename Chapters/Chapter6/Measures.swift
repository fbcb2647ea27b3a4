import Autograd
import Notebook

// Sizes of tensors, as tables and checks of this chapter have them.

/// The root of the sum of all squares.
func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// The mean squared distance from the mean.
func variance(_ x: Tensor) -> Double {
  let values = x.scalars.map(Double.init)
  let mean = values.reduce(0, +) / Double(values.count)
  return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
}

/// How many ways there are to choose `k` of `n`.
func waysToChoose(_ k: Int, of n: Int) -> Double {
  (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}

/// The mean of some values, with the least and the greatest, as percentages; nothing if there are none.
func percent(_ values: [Double]) -> String {
  let values = values.filter { !$0.isNaN }
  return values.isEmpty ? "" : "\(Spread(values.map { 100 * $0 }, digits: 1))"
}
