/// One side of a chart: what it measures, and how.
public struct Axis: Sendable {
  /// Equal steps mean equal differences, or equal ratios.
  public enum Kind: Sendable { case linear, logarithmic }

  public var label: String
  public var kind: Kind

  /// The values from one end to the other, or `nil` to take them from the data.
  ///
  /// An end that cannot be drawn (infinite, or not above zero on a logarithmic axis) is taken from
  /// the data too: `0 ... .infinity` begins at zero and ends where the data does.
  public var range: ClosedRange<Double>?

  public init(_ label: String = "", _ kind: Kind = .linear, range: ClosedRange<Double>? = nil) {
    (self.label, self.kind, self.range) = (label, kind, range)
  }
}

extension Axis {
  /// Whether `value` has a place on this axis.
  ///
  /// Infinite values and those that are not numbers have none, nor have zero and less on a
  /// logarithmic one. Beyond 10³⁰⁰ the distance of two values could overflow.
  func shows(_ value: Double) -> Bool {
    abs(value) <= 1e300 && (kind == .linear || value >= 1e-300)
  }

  /// The least and the greatest value that must be shown, the second never below the first.
  func bounds(of values: [Double]) -> (low: Double, high: Double) {
    let seen = values.filter(shows)
    let given = (low: range?.lowerBound, high: range?.upperBound)
    let low = given.low.flatMap { shows($0) ? $0 : nil } ?? seen.min()
    let high = given.high.flatMap { shows($0) ? $0 : nil } ?? seen.max()
    guard let first = low ?? high else { return kind == .linear ? (0, 1) : (1, 10) }
    return (first, max(first, high ?? first))
  }
}
