/// Prints a remark of minor importance.
public func note(_ text: String) {
  printLines(noteText(text, .standardOutput))
}

/// Prints a framed notice, for what must not be overlooked.
public func warning(_ title: String, _ text: String) {
  printLines(warningText(title, text, .standardOutput))
}

/// Prints a line of minor importance below what it belongs to, such as the path of a chart's file.
///
/// - Parameter above: the lines it belongs to.
package func caption(_ text: String, below above: String?) {
  let line = Terminal.standardOutput.styled(text, .dim)
  if let above { printBlock(above + "\n" + line) } else { printLines(line) }
}

func noteText(_ text: String, _ terminal: Terminal) -> String {
  hanging(text, after: "note: ", terminal).split(separator: "\n")
    .map { terminal.styled(String($0), .dim) }.joined(separator: "\n")
}

/// A label, and beside it a text, wrapped in a column of its own.
package func hanging(_ text: String, after label: String, _ terminal: Terminal) -> String {
  let margin = String(repeating: " ", count: label.displayWidth)
  let lines = wrapped(text, to: min(terminal.width, readableWidth) - margin.count)
  return label + lines.joined(separator: "\n" + margin)
}

func warningText(_ title: String, _ text: String, _ terminal: Terminal) -> String {
  let frame = terminal.isUnicode ? Frame.heavy : Frame.plain
  let room = min(terminal.width, readableWidth) - 6
  let titles = wrapped(title, to: room)
  let lines = wrapped(text, to: room)
  let columns = (titles + lines).map(\.displayWidth).max()!
  func framed(_ line: String, _ styles: Style...) -> String {
    let padded = line.padded(to: columns)
    let inside = styles.isEmpty ? padded : terminal.styled(padded, .bold)
    let side = terminal.styled(frame.side, .yellow)
    return "\(side)  \(inside)  \(side)"
  }
  let rule = String(repeating: frame.rule, count: columns + 4)
  return
    ([terminal.styled(frame.topLeft + rule + frame.topRight, .yellow)]
    + titles.map { framed($0, .bold) } + lines.map { framed($0) }
    + [terminal.styled(frame.bottomLeft + rule + frame.bottomRight, .yellow)])
    .joined(separator: "\n")
}

/// Lines longer than this are hard to read, however wide the window.
package let readableWidth = 80

/// The pieces of a box.
private struct Frame {
  let topLeft, topRight, bottomLeft, bottomRight, rule, side: String

  static let heavy = Frame(
    topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛", rule: "━", side: "┃")
  static let plain = Frame(
    topLeft: "*", topRight: "*", bottomLeft: "*", bottomRight: "*", rule: "*", side: "*")
}
