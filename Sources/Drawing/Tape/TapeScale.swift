import Foundation
import Plots

/// How long bars and how wide ribbons are: both by the logarithm.
struct TapeScale {
  /// The exponents of ten between which all gradients of weights lie.
  let low, high: Int
  private let flows: ClosedRange<Double>
  /// How long the whole scale is.
  let length: Double

  init(_ panels: [TapePanel], length: Double) {
    self.length = length
    let weights = panels.flatMap(\.layers).compactMap(\.weight).filter { $0 > 0 && $0.isFinite }
    low = Int(log10(weights.min() ?? 1).rounded(.down)) - 1
    high = max(low + 2, Int(log10(weights.max() ?? 1).rounded(.up)))
    let all: [Double?] = panels.flatMap { panel in
      panel.stops.map(\.back) + panel.shortcuts.map(\.back) + [panel.end.back]
    }
    let known = all.compactMap(\.self).filter { $0 > 0 && $0.isFinite }.map { log10($0) }
    let least = known.min() ?? 0
    flows = least...max(known.max() ?? 0, least + 1e-3)
  }

  func bar(_ value: Double) -> Double {
    value > 0 && value.isFinite
      ? max(1, length * (log10(value) - Double(low)) / Double(high - low)) : 0
  }

  func ribbon(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    return 2 + 12 * (log10(value) - flows.lowerBound) / (flows.upperBound - flows.lowerBound)
  }

  /// Powers of ten to be written above the bars, at most five.
  var ticks: [(text: String, place: Double)] {
    let step = max(1, (high - low + 3) / 4)
    return stride(from: high, through: low, by: -step).reversed().map { exponent in
      let text = exponent == 0 ? "1" : "10" + superscript(exponent)
      return (text, length * Double(exponent - low) / Double(high - low))
    }
  }
}

/// A magnitude as the figure writes it, so that bars and ribbons do not depend on digits that nobody sees and that
/// differ from one processor or library to the next.
func roundedToTwoDigits(_ value: Double) -> Double {
  guard value > 0, value.isFinite else { return value }
  let unit = pow(10, log10(value).rounded(.down) - 1)
  return (value / unit).rounded() * unit
}

/// A magnitude in two digits: `0.0047`, `1.2 · 10⁻⁶`.
func inTwoDigits(_ value: Double) -> String {
  guard value > 0, value.isFinite else { return brief(value, digits: 2) }
  let exponent = Int(log10(value).rounded(.down))
  if value >= 100 {
    return grouped(
      Int((value / pow(10, Double(exponent - 1))).rounded()) * Int(pow(10, Double(exponent - 1))))
  }
  if value >= 0.001 { return String(format: "%.*f", max(0, 1 - exponent), value) }
  return String(format: "%.1f · 10", value / pow(10, Double(exponent))) + superscript(exponent)
}

private func superscript(_ exponent: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return (exponent < 0 ? "⁻" : "") + String("\(abs(exponent))".map { digits[$0.wholeNumberValue!] })
}
