import Plots

/// A bar chart in at most twelve lines of characters; `nil` in a window that is too narrow for one.
func sketch(_ chart: BarOutline, _ terminal: Terminal) -> String? {
  let columns = min(terminal.width, readableWidth)
  guard columns >= 40, !chart.bars.isEmpty else { return nil }
  let shown = chart.bars.prefix(chart.bars.count > most ? most - 1 : most)
  let labels = shown.map { typed($0.label, isUnicode: terminal.isUnicode) }
  let names = shown.map { $0.name.fitting(columns * 2 / 5) }
  let nameWidth = names.map(\.displayWidth).max()!
  let room = columns - nameWidth - 3 - labels.map(\.displayWidth).max()!
  guard room >= 4 else { return nil }

  // Negative values extend to the left of zero.
  let values = shown.map { $0.value.isFinite ? $0.value : 0 }
  let (low, high) = (min(0, values.min()!), max(0, values.max()!))
  let scale = high > low ? Double(room) / (high - low) : 0
  let zero = Int((-low * scale).rounded())
  let lines = shown.indices.map { i in
    let length = values[i] == 0 ? 0 : max(1, Int((abs(values[i]) * scale).rounded()))
    let start = values[i] < 0 ? max(0, zero - length) : zero
    let bar = String(repeating: terminal.isUnicode ? "━" : "=", count: length)
    let margin = String(repeating: " ", count: start)
    return "\(names[i].padded(to: nameWidth))  \(margin)\(bar) \(labels[i])"
  }
  let more = chart.bars.count - shown.count
  return ([chart.title.fitting(columns)] + lines + (more > 0 ? ["and \(more) more"] : []))
    .joined(separator: "\n")
}

/// Bars, so that with the title there are twelve lines.
private let most = 11
