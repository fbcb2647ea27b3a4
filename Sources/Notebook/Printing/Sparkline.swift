/// A curve in one line of text: ▇▅▃▂▁.
///
/// More values than `width` are averaged in groups. A value that is not finite, such as the loss of
/// a run that diverged, leaves a gap.
public func sparkline<Number: BinaryFloatingPoint>(
  _ values: [Number], width: Int = 60, on terminal: Terminal = .standardOutput
) -> String {
  let steps = Array(terminal.isUnicode ? "▁▂▃▄▅▆▇█" : "_.-=+*#@")
  let values = averaged(values.map { Double($0) }, into: width)
  guard let range = FiniteRange(values) else { return String(repeating: " ", count: values.count) }
  return String(
    values.map { value in
      guard value.isFinite else { return " " }
      return steps[min(7, Int(range.share(of: value) * 8))]
    })
}

/// The means of `count` groups of neighbors, as nearly equal in size as can be.
private func averaged(_ values: [Double], into count: Int) -> [Double] {
  guard values.count > max(1, count) else { return values }
  let count = max(1, count)
  return (0..<count).map { group in
    let members = values[group * values.count / count..<(group + 1) * values.count / count]
    return members.reduce(0, +) / Double(members.count)
  }
}
