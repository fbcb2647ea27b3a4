/// An axis of a chart: its label, its scale and its range.
public struct Axis: Sendable {
  /// The scale of an axis: equal distances are equal differences, or equal ratios.
  public enum Kind: Sendable { case linear, logarithmic }

  let label: String
  let kind: Kind
  let range: ClosedRange<Double>?
  let ticks: [Double]?

  /// An axis with the label `label`.
  ///
  /// - Parameters:
  ///   - range: the first and the last value, or `nil` to take them from the data. A bound that
  ///     cannot be drawn (infinite, or not above zero on a logarithmic axis) is taken from the data, too:
  ///     `0 ... .infinity` begins at zero and ends where the data does.
  ///   - ticks: the values that are written at the axis, or `nil` for round ones. Those outside of the axis
  ///     are left out.
  public init(
    _ label: String = "", _ kind: Kind = .linear, range: ClosedRange<Double>? = nil,
    ticks: [Double]? = nil
  ) {
    (self.label, self.kind, self.range, self.ticks) = (label, kind, range, ticks)
  }
}

extension Axis {
  /// Whether `value` can be drawn on this axis.
  ///
  /// NaN and infinity cannot, nor can zero and negative values on a logarithmic axis. Beyond 10³⁰⁰
  /// the difference of two values could overflow.
  func shows(_ value: Double) -> Bool {
    abs(value) <= 1e300 && (kind == .linear || value >= 1e-300)
  }

  /// The smallest and the greatest value to show; `low` is never above `high`.
  func bounds(of values: [Double]) -> (low: Double, high: Double) {
    let seen = values.filter(shows)
    let given = (low: range?.lowerBound, high: range?.upperBound)
    let low = given.low.flatMap { shows($0) ? $0 : nil } ?? seen.min()
    let high = given.high.flatMap { shows($0) ? $0 : nil } ?? seen.max()
    guard let first = low ?? high else { return kind == .linear ? (0, 1) : (1, 10) }
    return (first, max(first, high ?? first))
  }
}
