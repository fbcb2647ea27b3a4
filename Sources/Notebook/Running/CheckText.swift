/// The line of one check: whether the claim holds, the claim, and beside it the values in two columns.
///
/// A claim that is too long for its column is wrapped in it. In a narrow window, and where a value is too long
/// for its column, the values follow the claim, on a line of their own if they do not fit on the claim's.
func checkText(
  _ claim: String, _ holds: Bool, _ values: CheckedValues?, _ terminal: Terminal
) -> String {
  let mark =
    terminal.isUnicode ? (holds ? "✓" : "✗") : (holds ? "ok    " : "FAILED")
  let margin = String(repeating: " ", count: mark.count + 1)
  let columns = min(terminal.width, readableWidth)
  let texts = values.map { $0.texts(holds: holds, terminal) }
  let styledMark = terminal.styled(mark, .bold, holds ? .green : .red) + " "

  let room = columns - margin.count - Column.gap - Column.got - Column.expected
  if let texts, texts.fitColumns, room >= Column.leastClaim {
    let beside =
      String(repeating: " ", count: Column.gap)
      + "got \(texts.got)".padded(to: Column.got) + "expected \(texts.expected)"
    return styledMark
      + wrapped(claim, to: room).enumerated().map { i, line in
        i == 0 ? line.padded(to: room) + terminal.styled(beside, .dim) : margin + line
      }.joined(separator: "\n")
  }

  guard let texts else {
    let lines = wrapped(claim, to: terminal.width - margin.count)
    return styledMark + lines.joined(separator: "\n" + margin)
  }
  let line = "got \(texts.got), expected \(texts.expected)"
  if margin.count + claim.displayWidth + 2 + line.displayWidth <= columns {
    return styledMark + claim + terminal.styled(": " + line, .dim)
  }
  let lines = wrapped(claim, to: columns - margin.count)
  let below = wrapped(line, to: columns - margin.count).map { terminal.styled($0, .dim) }
  return styledMark + (lines + below).joined(separator: "\n" + margin)
}

/// The widths of a check's columns.
private enum Column {
  static let gap = 2
  static let got = 15
  static let expected = 18
  static let leastClaim = 30
}

/// What came out, what was expected, and how the two should compare.
struct CheckedValues {
  enum Relation { case equal, atLeast, atMost }

  let got, expected: Any
  let relation: Relation

  init(_ got: Any, _ relation: Relation, _ expected: Any) {
    (self.got, self.relation, self.expected) = (got, relation, expected)
  }

  /// Both as text, rounded, unless they would then look equal although the claim failed.
  func texts(holds: Bool, _ terminal: Terminal) -> CheckedTexts {
    let look = !holds && shown(got) == shown(expected) ? { "\($0)" } : shown
    let sign =
      switch relation {
      case .equal: ""
      case .atLeast: terminal.isUnicode ? "≥ " : ">= "
      case .atMost: terminal.isUnicode ? "≤ " : "<= "
      }
    return CheckedTexts(got: look(got), expected: sign + look(expected))
  }
}

/// The two values of a check as they are printed.
struct CheckedTexts: Equatable {
  let got, expected: String

  /// Whether each is short enough to stand in a column.
  var fitColumns: Bool {
    "got \(got)".displayWidth < Column.got && "expected \(expected)".displayWidth <= Column.expected
  }
}
