import Foundation

/// The sentence about the first difference between what the original and the learner's program told.
///
/// - Returns: `nil` if all is the same within its tolerance.
package func difference(original: [Told], learner: [Told]) -> String? {
  for wanted in original {
    guard let found = learner.first(where: { $0.name == wanted.name }) else {
      return "\(wanted.name): no answer"
    }
    if let sentence = difference(wanted, found.value) { return "\(wanted.name): \(sentence)" }
  }
  return learner.count == original.count ? nil : "more was answered than was asked"
}

private func difference(_ wanted: Told, _ found: Told.Value) -> String? {
  switch (wanted.value, found) {
  case (.numbers(let numbers), .numbers(let others)):
    if others.isEmpty && !numbers.isEmpty { return "missing" }
    guard numbers.count == others.count else {
      return "\(short(others)) instead of \(short(numbers))"
    }
    let places = numbers.indices.filter { !isClose(others[$0], numbers[$0], wanted.tolerance) }
    guard let first = places.first else { return nil }
    if numbers.count <= 4 { return "\(short(others)) instead of \(short(numbers))" }
    return "\(short(others[first])) instead of \(short(numbers[first])) at place \(first); "
      + "\(places.count) of \(numbers.count) numbers differ"
  case (.words(let words), .words(let others)):
    if words == others { return nil }
    let missing = words.filter { !others.contains($0) }
    let new = others.filter { !words.contains($0) }
    if missing.isEmpty && new.isEmpty { return "in another order, \(short(others))" }
    let parts = [("missing", missing), ("not asked for", new)].filter { !$0.1.isEmpty }
    return parts.map { "\($0.0): \(short($0.1))" }.joined(separator: "; ")
  default: return "of another kind than asked for"
  }
}

/// Never for a NaN or an infinite number.
private func isClose(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  abs(a - b) <= tolerance * (1 + abs(b))
}

private func short(_ words: [String]) -> String {
  words.prefix(3).joined(separator: ", ") + (words.count > 3 ? " and \(words.count - 3) more" : "")
}

func short(_ numbers: [Double]) -> String {
  if numbers.count == 1 { return short(numbers[0]) }
  let rest = numbers.count > 8 ? ", … (\(numbers.count) numbers)" : ""
  return "[" + numbers.prefix(8).map(short).joined(separator: ", ") + rest + "]"
}

/// Whole numbers as they are, others with six digits.
private func short(_ number: Double) -> String {
  if number.isNaN { return "not a number" }
  if number == number.rounded() && abs(number) < 1e15 { return "\(Int(number))" }
  return String(format: "%.6g", number)
}
