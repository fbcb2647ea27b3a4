/// The line of one check: whether the claim holds, the claim, and below it in a narrow window the values.
func checkText(_ claim: String, _ holds: Bool, _ details: String?, _ terminal: Terminal) -> String {
  let mark =
    terminal.isUnicode ? (holds ? "✓" : "✗") : (holds ? "ok    " : "FAILED")
  let margin = String(repeating: " ", count: mark.count + 1)
  let text = details.map { "\(claim): \($0)" } ?? claim
  // How much of the claim is in the lines to come; what follows it is printed dim.
  var rest = claim.count
  let lines = wrapped(text, to: terminal.width - margin.count).map { line in
    let (head, tail) = (line.prefix(rest), line.dropFirst(rest))
    rest = max(0, rest - line.count - 1)
    return head + terminal.styled(String(tail), .dim)
  }
  return terminal.styled(mark, .bold, holds ? .green : .red) + " "
    + lines.joined(separator: "\n" + margin)
}

/// The two values, rounded, unless they would then look equal although the claim failed.
func comparison(_ got: Any, _ wanted: Any, _ relation: String, holds: Bool) -> String {
  let look = !holds && shown(got) == shown(wanted) ? { "\($0)" } : shown
  return "got \(look(got)), wanted \(relation)\(look(wanted))"
}
