/// The line a meter shows: name, share, bar, count, times, pace, note.
struct MeterLabel {
  let name: String
  let total: Int
  let unit: MeterUnit

  /// The line for one reading: as wide as the terminal at most, and without a bar in a file.
  func line(_ reading: Reading, _ terminal: Terminal) -> String {
    let share = total == 0 ? 1 : min(1, max(0, Double(reading.done) / Double(total)))
    let head = "\(name) \("\(Int(share * 100))%".padded(to: 4, .right))"
    let dot = terminal.isUnicode ? " · " : ", "
    let count = unit.count(reading.done, of: total)
    let tail = count + "  " + words(reading).joined(separator: dot)
    guard terminal.isLive else { return "\(head)  \(tail)" }

    // The last column stays empty: some terminals wrap as soon as it is written.
    let columns = terminal.width - 1
    // In a narrow window the bar is dropped first, and then the times; the note is kept.
    let room = min(30, columns - head.displayWidth - tail.displayWidth - 3)
    if room >= 5 {
      return "\(head) \(bar(share, columns: room, terminal))  " + terminal.styled(tail, .dim)
    }
    let whole = "\(head)  \(tail)"
    if whole.displayWidth <= columns || reading.note.isEmpty { return whole.fitting(columns) }
    return "\(head)  \(count)  \(reading.note)".fitting(columns)
  }

  private func words(_ reading: Reading) -> [String] {
    var words = [clock(reading.elapsed)]
    if let seconds = reading.secondsPerStep, seconds > 0 {
      let remaining = total - reading.done
      if remaining > 0 { words.append(clock(seconds * Double(remaining)) + " to go") }
      words.append(unit.rate(secondsPerStep: seconds))
    }
    if !reading.note.isEmpty { words.append(reading.note) }
    return words
  }
}

/// The values a meter shows: progress, time, pace, note.
struct Reading {
  var done = 0
  var elapsed = 0.0
  var secondsPerStep: Double?
  var note = ""
}
