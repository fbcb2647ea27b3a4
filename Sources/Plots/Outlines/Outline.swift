/// A chart reduced to what lines of characters can show of it.
package enum Outline: Sendable {
  case lines(LineOutline)
  case bars(BarOutline)
}

/// A bar chart as names, values and labels.
package struct BarOutline: Sendable {
  /// A bar; its value is infinite or NaN if it has only a label.
  package struct Bar: Sendable {
    package let name: String
    package let value: Double
    package let label: String
  }

  package let title: String
  package let bars: [Bar]

  init(_ chart: BarChart) {
    title = chart.title
    bars = chart.bars.map { Bar(name: $0.name, value: $0.value, label: $0.label) }
  }
}
