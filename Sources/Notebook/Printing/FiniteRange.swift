/// From the lowest to the highest of the values that are finite, if there are any.
struct FiniteRange {
  let low, high: Double

  init?(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    (self.low, self.high) = (low, high)
  }

  /// Where in the range a finite value is, from 0 to 1; in the middle if all are alike.
  func share(of value: Double) -> Double {
    // Halves, because the difference of the two largest numbers of opposite sign is infinite.
    high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
  }
}
