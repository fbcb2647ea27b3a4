import Foundation

/// An axis fitted to its data: it maps values to positions from 0 to 1, and has ticks.
struct Scale {
  /// A labeled position on the axis, from 0 to 1.
  struct Tick {
    let position: Double
    let label: String
  }

  let axis: Axis
  let ticks: [Tick]
  private let low: Double
  private let high: Double

  /// - Parameters:
  ///   - count: the approximate number of ticks.
  ///   - tight: whether the axis ends with the data instead of the next tick.
  init(_ axis: Axis, _ values: [Double], about count: Int, tight: Bool = false) {
    self.axis = axis
    let bounds = axis.bounds(of: values)
    let span: Span
    switch axis.kind {
    case .linear:
      let whole = tight && values.allSatisfy { !axis.shows($0) || $0 == $0.rounded() }
      span = Span(
        linear: bounds, about: count, exact: axis.range != nil, tight: tight, whole: whole)
    case .logarithmic:
      span = Span(logarithmic: bounds, about: count, tight: tight || axis.range != nil)
    }
    (low, high) = (span.low, span.high)
    let chosen = axis.ticks?.filter(axis.shows).map {
      (at: axis.kind == .linear ? $0 : log10($0), label: brief($0))
    }
    ticks = (chosen ?? span.ticks).map {
      Tick(position: ($0.at - span.low) / (span.high - span.low), label: $0.label)
    }.filter { (-1e-9...1 + 1e-9).contains($0.position) }
  }

  /// The position of `value`: 0 at the low end, 1 at the high end, beyond them if it is outside.
  ///
  /// `nil` if the axis cannot show it.
  func callAsFunction(_ value: Double) -> Double? {
    guard axis.shows(value) else { return nil }
    return ((axis.kind == .linear ? value : log10(value)) - low) / (high - low)
  }

  /// Like `callAsFunction`, but on a logarithmic axis zero and negative values are below the low end.
  func orBelow(_ value: Double) -> Double? {
    if axis.kind == .logarithmic, value < 1e-300 { return -0.1 }
    return self(value)
  }
}

/// The range of an axis and its labeled values, on a logarithmic axis as their decimal logarithms.
struct Span {
  let low: Double
  let high: Double
  let ticks: [(at: Double, label: String)]
}
