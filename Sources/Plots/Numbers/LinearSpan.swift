import Foundation

extension Span {
  /// The span of a linear axis, with ticks at multiples of 1, 2 or 5 times a power of ten.
  ///
  /// It starts at zero if the smallest value is less than half of the greatest.
  ///
  /// - Parameters:
  ///   - count: the approximate number of ticks.
  ///   - exact: whether the axis covers exactly `bounds`.
  ///   - tight: whether it ends with the data instead of the next tick.
  ///   - whole: whether ticks are whole numbers only.
  init(
    linear bounds: (low: Double, high: Double), about count: Int, exact: Bool, tight: Bool,
    whole: Bool
  ) {
    var (low, high) = widened(bounds)
    if !exact, !tight, low > 0, low < high / 2 { low = 0 }
    if !exact, !tight, high < 0, high > low / 2 { high = 0 }
    let step = max(niceStep((high - low) / Double(count)), whole ? 1 : 0)
    if !exact, tight, low > 0, low <= step / 2 { low = 0 }
    if !exact, !tight {
      low = (low / step + 1e-9).rounded(.down) * step
      high = (high / step - 1e-9).rounded(.up) * step
    }
    let first = (low / step - 1e-9).rounded(.up), last = (high / step + 1e-9).rounded(.down)
    let values = stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
    (self.low, self.high) = (low, high)
    ticks = Array(zip(values, tickLabels(values, step: step))).map { (at: $0.0, label: $0.1) }
  }
}

/// The smallest of 1, 2 and 5 times powers of ten that is not less than `rough`.
func niceStep(_ rough: Double) -> Double {
  let ten = pow(10, log10(rough).rounded(.down))
  return ([1, 2, 5].first { $0 * ten >= rough * 0.999 } ?? 10) * ten
}

/// The bounds, moved apart if they are equal or nearly equal.
private func widened(_ bounds: (low: Double, high: Double)) -> (low: Double, high: Double) {
  let greatest = max(abs(bounds.low), abs(bounds.high))
  if bounds.high - bounds.low > max(greatest * 1e-9, 1e-290) { return bounds }
  let room = greatest > 1e-280 ? greatest / 2 : 1
  return (bounds.low - room, bounds.high + room)
}
