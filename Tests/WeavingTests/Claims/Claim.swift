import Foundation

/// A number in prose that says how something is: one with three significant digits, decimals or a percent
/// sign.
struct Claim {
  /// As it is written: `98.8 %`, `41,514`, `1.4 · 10⁻⁴⁵`.
  let text: String
  /// What stands around it.
  let context: String
  private let value: Double
  /// Half of the last digit's unit.
  private let tolerance: Double
  private let isPercentage: Bool

  /// The claims of a text in Markdown.
  ///
  /// Code, formulas, link targets, years, versions, and the numbers of sections, tables and figures are none.
  static func all(in markdown: String) -> [Claim] {
    let text = spoken(markdown)
    let pattern = #/([0-9][0-9,]*[0-9]|[0-9])(\.[0-9]+)?( · 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?( ?%)?/#
    return text.matches(of: pattern).compactMap { match in
      guard isWhole(match.range, in: text) else { return nil }
      return Claim(
        String(match.0), whole: match.1, decimals: match.2?.dropFirst() ?? "",
        power: match.4.map { lowered($0) } ?? "0", isPercentage: match.5 != nil,
        context: around(match.range, in: text))
    }
  }

  private init?(
    _ text: String, whole: Substring, decimals: Substring, power: String, isPercentage: Bool,
    context: String
  ) {
    let digits = whole.filter { $0 != "," }
    let significant = (digits + decimals).drop { $0 == "0" }.count
    let isYear = decimals.isEmpty && whole.count == 4 && ["19", "20"].contains(whole.prefix(2))
    guard significant >= 3 || !decimals.isEmpty || isPercentage, !isYear || isPercentage,
      let value = Double("\(digits).\(decimals)0e\(power)"),
      let unit = Double("1e\(power)")
    else { return nil }
    (self.text, self.value, self.isPercentage, self.context) = (text, value, isPercentage, context)
    tolerance = 0.5001 * unit * pow(10, -Double(decimals.count))
  }

  /// Whether this is one of these values, rounded; a percentage may be a share, or what is left of it.
  func isAmong(_ values: [Double]) -> Bool {
    values.contains { x in
      let forms = isPercentage ? [x, 100 * x, 100 - x, 100 - 100 * x] : [x]
      return forms.contains { abs(abs($0) - value) <= tolerance }
    }
  }
}

/// All numbers in code and output: 0.01, 41_514, 9,718, 1e-05.
func numbers(in text: String) -> [Double] {
  text.matches(of: #/[0-9][0-9,_]*(\.[0-9]+)?(e[-+]?[0-9]+)?/#).compactMap { match in
    Double(match.0.filter { $0 != "," && $0 != "_" })
  }
}

/// Markdown without what makes no claims, on one line.
private func spoken(_ markdown: String) -> String {
  markdown.split(separator: "\n").filter { !$0.hasPrefix("    ") }.joined(separator: " ")
    .replacing(#/`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|\]\([^)]*\)|<[^>]*>/#, with: " ")
    .replacing(
      #/(section|table|figure|equation|chapter|algorithm|PyTorch|oneDNN|Debian|Swift)s? [0-9.]+((,| and| to) [0-9.]+)*/#
        .ignoresCase(), with: " ")
}

/// Whether a number is not a piece of a name, a date or a longer number.
private func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
  let before = text[..<range.lowerBound].last
  let after = text[range.upperBound...]
  if let before, before.isLetter || before.isNumber || "./:_".contains(before) { return false }
  // A hyphen behind a letter joins a name, as in ResNet-152.
  if before == "-", text[..<range.lowerBound].dropLast().last?.isLetter == true { return false }
  guard let next = after.first else { return true }
  if next == "." { return after.dropFirst().first?.isNumber != true }
  return !(next.isLetter || next.isNumber || "/_".contains(next))
}

private func around(_ range: Range<String.Index>, in text: String) -> String {
  let start = text.index(range.lowerBound, offsetBy: -50, limitedBy: text.startIndex)
  let end = text.index(range.upperBound, offsetBy: 30, limitedBy: text.endIndex)
  return String(text[(start ?? text.startIndex)..<(end ?? text.endIndex)])
}

/// A raised number as it is typed: `⁻⁴⁵` is -45.
private func lowered(_ raised: Substring) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return raised.map { $0 == "⁻" ? "-" : "\(digits.firstIndex(of: $0)!)" }.joined()
}
