/// What a meter shows that changes: how far, how fast.
struct Reading {
  var done = 0
  var elapsed = 0.0
  var secondsPerStep: Double?
  var note = ""
}

/// The line a meter shows: name, share, bar, count, times, pace, note.
struct MeterLabel {
  let name: String
  let total: Int
  let unit: MeterUnit

  /// The line for one reading: as wide as the terminal at most, and without a bar in a file.
  func line(_ reading: Reading, _ terminal: Terminal) -> String {
    let share = total == 0 ? 1 : min(1, max(0, Double(reading.done) / Double(total)))
    let head = "\(name) \("\(Int(share * 100))%".padded(to: 4, .right))"
    let tail = words(reading, dot: terminal.isUnicode ? " · " : ", ")
    guard terminal.isLive else { return "\(head)  \(tail)" }

    // The last column stays empty: some terminals begin a new line as soon as it is written.
    let columns = terminal.width - 1
    // When the window is narrow, the bar gives way first: the words say more.
    let room = min(30, columns - head.displayWidth - tail.displayWidth - 3)
    guard room >= 5 else { return "\(head)  \(tail)".fitting(columns) }
    return "\(head) \(bar(share, columns: room, terminal))  " + terminal.styled(tail, .dim)
  }

  private func words(_ reading: Reading, dot: String) -> String {
    let remaining = total - reading.done
    var parts = [clock(reading.elapsed)]
    if let seconds = reading.secondsPerStep {
      if remaining > 0 { parts.append(clock(seconds * Double(remaining)) + " to go") }
      if seconds > 0 { parts.append(unit.rate(secondsPerStep: seconds)) }
    }
    if !reading.note.isEmpty { parts.append(reading.note) }
    return unit.count(reading.done, of: total) + "  " + parts.joined(separator: dot)
  }
}
