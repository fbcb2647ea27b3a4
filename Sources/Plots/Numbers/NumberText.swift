import Foundation

/// A number with at most four significant digits: "8394", "0.05", "1.2×10⁻⁷"; all digits of larger ones:
/// "60 000".
package func brief(_ value: Double, digits: Int = 4) -> String {
  if value.isNaN { return "not a number" }
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  if value == 0 { return "0" }
  let exponent = Int(log10(abs(value)).rounded(.down))
  guard (-4..<9).contains(exponent) else {
    // Division by a power of ten would be inexact for subnormal numbers.
    let parts = String(format: "%.*e", digits - 1, value).split(separator: "e")
    return trimmed(signed(String(parts[0]))) + "×" + power(of: Int(parts[1]) ?? exponent)
  }
  return trimmed(decimal(value, digits: max(0, digits - 1 - exponent)))
}

/// The labels of ticks that are `step` apart, all with the same number of decimals.
func tickLabels(_ values: [Double], step: Double) -> [String] {
  let greatest = values.map(abs).max() ?? 0
  func digits(_ size: Double) -> Int { max(0, -Int((log10(size) + 1e-9).rounded(.down))) }
  if greatest == 0 || (greatest >= 1e-3 && greatest < 1e6) {
    return values.map { decimal($0, digits: digits(step)) }
  }
  let exponent = Int((log10(greatest) + 1e-9).rounded(.down))
  return values.map { value in
    let mantissa = String(
      format: "%.*f", digits(step / pow(10, Double(exponent))), value / pow(10, Double(exponent)))
    return value == 0 ? "0" : signed(mantissa) + "×" + power(of: exponent)
  }
}

/// A power of ten: "10⁻⁴", "1", "10", "10³".
func power(of exponent: Int) -> String {
  if exponent == 0 || exponent == 1 { return exponent == 0 ? "1" : "10" }
  let raised: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]
  return "10" + String("\(exponent)".map { raised[$0] ?? $0 })
}

/// A count with thin spaces between groups of three digits, from 10 000 on: "11 689 512".
package func grouped(_ count: Int) -> String { decimal(Double(count), digits: 0) }

/// A number with `digits` decimals, thin spaces between groups of three digits from 10 000 on, and a
/// minus sign instead of a hyphen.
private func decimal(_ value: Double, digits: Int) -> String {
  let text = String(format: "%.*f", digits, abs(value))
  let parts = text.split(separator: ".").map(String.init)
  var whole = parts[0]
  if whole.count > 4 {
    for back in stride(from: 3, to: whole.count, by: 3) {
      whole.insert("\u{2009}", at: whole.index(whole.startIndex, offsetBy: parts[0].count - back))
    }
  }
  let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
  return (value < 0 && !isZero ? "−" : "") + ([whole] + parts.dropFirst()).joined(separator: ".")
}

private func signed(_ text: String) -> String {
  text.hasPrefix("-") ? "−" + text.dropFirst() : text
}

private func trimmed(_ text: String) -> String {
  guard text.contains(".") else { return text }
  let short = text.reversed().drop { $0 == "0" }
  return String((short.first == "." ? short.dropFirst() : short).reversed())
}
