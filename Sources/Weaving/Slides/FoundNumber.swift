import Foundation
import Sentences

/// A number that a chapter printed, under the name that a slide gives it.
struct FoundNumber: Equatable {
  /// As it was printed: `9,903`, `3.053e-11`, `22.4`.
  let printed: String

  /// The number as a slide shows it.
  ///
  /// - Parameter format: how many decimals, `2`; as a percentage, `%` or `1%`; as it was printed, the empty
  ///   text.
  /// - Returns: `nil` if there is no such format.
  func text(_ format: String = "") -> String? {
    let plain = printed.filter { $0 != "," }.replacing("−", with: "-")
    guard let value = Double(plain), let match = format.wholeMatch(of: #/(\d?)(%?)/#) else {
      return nil
    }
    let scaled = match.2.isEmpty ? value : 100 * value
    let suffix = match.2.isEmpty ? "" : "\u{A0}%"
    if let decimals = Int(match.1) { return written(fixed(scaled, decimals)) + suffix }
    if !match.2.isEmpty { return written(shortest(scaled)) + suffix }
    return written(plain, inMillions: true)
  }

  /// All its digits, as a table shows them.
  var exact: String { written(printed.filter { $0 != "," }) }

  /// What a table shows of a cell: a number in groups of three digits, unless it is a year, and words as they are.
  static func shown(_ cell: String, in column: String) -> String {
    let isNumber = column != "year" && cell.wholeMatch(of: #/-?[\d.]+(?:e[-+]?\d+)?/#) != nil
    return isNumber ? FoundNumber(printed: cell).exact : cell
  }

  private func fixed(_ x: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", x) }

  /// At most four significant digits.
  private func shortest(_ x: Double) -> String { String(format: "%.4g", x) }

  /// Digits in groups of three, a minus sign, powers of ten, and millions in words.
  private func written(_ plain: String, inMillions: Bool = false) -> String {
    if let power = plain.wholeMatch(of: #/(-?[\d.]+)e([-+]?\d+)/#) {
      let exponent = Int(power.2)!
      return "\(written(String(power.1)))\u{A0}×\u{A0}10\(raised(exponent))"
    }
    let isNegative = plain.hasPrefix("-")
    let parts = plain.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts[0])
    if inMillions, parts.count == 1, whole.count > 6 {
      let millions = String(format: "%.1f", Double(whole)! / 1e6)
      return (isNegative ? "−" : "") + millions + " million"
    }
    if whole.count > 3 {
      whole = String(
        whole.reversed().enumerated().flatMap { i, digit in
          i > 0 && i % 3 == 0 ? [",", digit] : [digit]
        }.reversed())
    }
    return (isNegative ? "−" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
  }

  private func raised(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "")
      + String("\(abs(exponent))".map { digits[$0.wholeNumberValue!] })
  }
}
