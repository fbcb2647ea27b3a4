/// A curve in a few lines of text, with its highest and lowest value at the side.
///
/// It is drawn in braille, two dots wide and four high for each character, and in asterisks where
/// there is no Unicode. Values that are not finite leave a gap.
public func curve<Number: BinaryFloatingPoint>(
  _ values: [Number], width: Int = 60, height: Int = 8, on terminal: Terminal = .standardOutput
) -> String {
  let values = values.map { Double($0) }
  guard let range = FiniteRange(values) else { return "(nothing to draw)" }
  var dots = Dots(columns: max(1, width), lines: max(1, height), isBraille: terminal.isUnicode)
  dots.trace(values.map { $0.isFinite ? range.share(of: $0) : nil })

  var labels = [String](repeating: "", count: dots.lines)
  labels[dots.lines - 1] = shown(range.low)
  labels[0] = shown(range.high)
  let margin = labels.map(\.count).max()!
  let axis = terminal.isUnicode ? "┤" : "|"
  return zip(labels, dots.rendered)
    .map { label, line in "\(label.padded(to: margin, .right)) \(axis)\(line)" }
    .joined(separator: "\n")
}
