import Foundation

/// A number for a reader: four digits that count, "8394", "0.05", "1.2×10⁻⁷", "60 000".
func brief(_ value: Double) -> String {
  if value.isNaN { return "not a number" }
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  if value == 0 { return "0" }
  let exponent = Int(log10(abs(value)).rounded(.down))
  guard (-4..<9).contains(exponent) else {
    // Subnormal numbers have no exact power of ten to be divided by.
    let parts = String(format: "%.3e", value).split(separator: "e")
    return trimmed(signed(String(parts[0]))) + "×" + power(of: Int(parts[1]) ?? exponent)
  }
  return trimmed(decimal(value, digits: max(0, 3 - exponent)))
}

/// The labels of ticks `step` apart, all written alike.
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

/// 10⁻⁴, but 1 and 10 as they are.
func power(of exponent: Int) -> String {
  if exponent == 0 || exponent == 1 { return exponent == 0 ? "1" : "10" }
  let raised: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]
  return "10" + String("\(exponent)".map { raised[$0] ?? $0 })
}

/// With thin spaces between the thousands from 10 000 on, and a true minus sign.
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
