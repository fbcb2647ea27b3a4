import Foundation

extension Span {
  /// An axis of equal differences, with ticks at multiples of 1, 2 or 5 times a power of ten.
  ///
  /// It begins at zero when zero is near: losses and lengths are measured from there.
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

/// 1, 2 or 5 times a power of ten: the least that is not less than `rough`.
func niceStep(_ rough: Double) -> Double {
  let ten = pow(10, log10(rough).rounded(.down))
  return ([1, 2, 5].first { $0 * ten >= rough * 0.999 } ?? 10) * ten
}

/// Equal bounds, or all but equal ones, with room around them.
private func widened(_ bounds: (low: Double, high: Double)) -> (low: Double, high: Double) {
  let greatest = max(abs(bounds.low), abs(bounds.high))
  if bounds.high - bounds.low > max(greatest * 1e-9, 1e-290) { return bounds }
  let room = greatest > 1e-280 ? greatest / 2 : 1
  return (bounds.low - room, bounds.high + room)
}
