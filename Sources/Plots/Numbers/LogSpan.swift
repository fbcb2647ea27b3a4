import Foundation

extension Span {
  /// The span of a logarithmic axis, with ticks at powers of ten, and at 2 and 5 times these if few.
  ///
  /// - Parameters:
  ///   - bounds: both above zero.
  ///   - count: the approximate number of ticks.
  ///   - tight: whether it covers exactly `bounds`, instead of starting and ending at 1, 2 or 5 times a
  ///     power of ten.
  init(logarithmic bounds: (low: Double, high: Double), about count: Int, tight: Bool) {
    var low = log10(bounds.low), high = log10(bounds.high)
    if !tight {
      let below = niceLogs(from: low.rounded(.down), through: low + 1e-9)
      let above = niceLogs(from: high - 1e-9, through: high.rounded(.down) + 1)
      let start = high - low > 4 ? low.rounded(.down) : below.last
      (low, high) = (start ?? low, above.first ?? high)
    }
    if high - low < 1e-6 { (low, high) = (low - 0.5, high + 0.5) }
    (self.low, self.high) = (low, high)

    let fine = niceLogs(from: low - 1e-9, through: high + 1e-9)
    if high - low > 2 {
      ticks = decades(from: low, through: high, about: count)
    } else if fine.count >= 2 {
      ticks = fine.map { (at: $0, label: brief(pow(10, $0))) }
    } else {
      // On so short an interval the logarithm is nearly linear.
      let linear = Span(
        linear: (pow(10, low), pow(10, high)), about: count, exact: true, tight: true, whole: false)
      ticks = linear.ticks.map { (at: log10($0.at), label: $0.label) }
    }
  }
}

/// Powers of ten, or, if there are too many, every second or third.
private func decades(
  from low: Double, through high: Double, about count: Int
) -> [(at: Double, label: String)] {
  let every = max(1, ((high - low) / Double(count + 1)).rounded(.up))
  let first = ((low - 1e-9) / every).rounded(.up) * every
  let exponents = Array(stride(from: first, through: high + 1e-9, by: every))
  let plain = exponents.allSatisfy { (-3...4).contains($0) }
  return exponents.map { (at: $0, label: plain ? brief(pow(10, $0)) : power(of: Int($0))) }
}

/// The logarithms of 1, 2 and 5 times powers of ten.
private func niceLogs(from low: Double, through high: Double) -> [Double] {
  let powers = stride(from: low.rounded(.down), through: high, by: 1)
  let all = powers.flatMap { power in [1.0, 2, 5].map { power + log10($0) } }
  return all.filter { $0 >= low && $0 <= high }
}
