import Plots

/// Lines of text below a figure.
extension Plan {
  /// The plan with these lines below it, on a page as much higher, and wider if they need it.
  ///
  /// - Parameter left: where they begin.
  func adding(notes: [String], _ sizes: Sizes, left: Double) -> Plan {
    if notes.isEmpty { return self }
    let step = 1.5 * sizes.note
    let widest = notes.map { Font(sizes.note).width(of: $0) }.max()!
    var plan = resized(
      width: max(width, left + widest + sizes.margin), height: height + step * Double(notes.count))
    for (number, line) in notes.enumerated() {
      let base = height + step * (Double(number) + 0.7) - sizes.margin / 2
      plan.add(Text(text: line, at: Point(left, base), size: sizes.note, color: .muted))
    }
    return plan
  }
}
