import Foundation

// Numbers as chapters print them, everywhere alike.

/// `x` with so many decimals: accuracies have three, losses as many as the notebook beside them, seconds one.
///
/// What rounds to zero has no sign.
public func decimals(_ x: Double, _ digits: Int) -> String {
  if x.isNaN { return "nan" }
  let text = String(format: "%.\(digits)f", x)
  return text.hasPrefix("-") && !text.contains(where: "123456789inf".contains)
    ? String(text.dropFirst()) : text
}

/// How many of how many, as `1,699 of 2,000`.
public func count(_ part: Int, of whole: Int) -> String { "\(grouped(part)) of \(grouped(whole))" }

/// A number with a comma after each three digits.
private func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return digits.indices.map { i in
    (i > 0 && (digits.count - i).isMultiple(of: 3) ? "," : "") + String(digits[i])
  }.joined()
}
