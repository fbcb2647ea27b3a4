import Foundation

// Numbers as chapters print them, everywhere alike.

/// `x` with so many decimals: accuracies have three, losses as many as the notebook beside them, seconds one.
public func decimals(_ x: Double, _ digits: Int) -> String {
  x.isNaN ? "nan" : String(format: "%.\(digits)f", x)
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
