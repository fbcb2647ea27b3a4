import Foundation

/// A value as text; numbers with four significant digits.
package func shown(_ value: Any) -> String {
  switch value {
  case let number as Double: String(format: "%.4g", number)
  case let number as Float: String(format: "%.4g", number)
  case let numbers as [Double]: list(numbers)
  case let numbers as [Float]: list(numbers)
  default: "\(value)"
  }
}

private func list(_ numbers: [some BinaryFloatingPoint]) -> String {
  "[" + numbers.map(shown).joined(separator: ", ") + "]"
}
