/// A length with two decimals at most, written the same way on every machine.
///
/// Integers are written alike everywhere; floating-point formats depend on platform and locale.
func svgNumber(_ value: Double) -> String {
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let whole = abs(hundredths) / 100, rest = abs(hundredths) % 100
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
