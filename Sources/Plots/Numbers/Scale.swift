import Foundation

/// An axis that has seen its data: it knows where a value lies between 0 and 1, and its ticks.
struct Scale {
  /// A labelled place on the axis, from 0 to 1.
  struct Tick {
    let position: Double
    let label: String
  }

  let axis: Axis
  let ticks: [Tick]
  private let low: Double
  private let high: Double

  /// - Parameters:
  ///   - count: about how many ticks there is room for.
  ///   - tight: whether the axis ends with the data, rather than at the next tick.
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
    ticks = span.ticks.map {
      Tick(position: ($0.at - span.low) / (span.high - span.low), label: $0.label)
    }
  }

  /// Where `value` lies: 0 at the low end, 1 at the high one, beyond both if it is outside.
  ///
  /// `nil` if it has no place on the axis.
  func callAsFunction(_ value: Double) -> Double? {
    guard axis.shows(value) else { return nil }
    return ((axis.kind == .linear ? value : log10(value)) - low) / (high - low)
  }

  /// Like `callAsFunction`, but on a logarithmic axis zero and less lie just below its low end.
  ///
  /// A band reaches down to there if it reaches zero.
  func orBelow(_ value: Double) -> Double? {
    if axis.kind == .logarithmic, value < 1e-300 { return -0.1 }
    return self(value)
  }
}

/// What an axis covers, and its labelled values; on a logarithmic axis these are the logarithms.
struct Span {
  let low: Double
  let high: Double
  let ticks: [(at: Double, label: String)]
}
