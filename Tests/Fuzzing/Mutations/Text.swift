import Autograd

/// Mutations of JSON text.
enum TextMutation: CaseIterable {
  case number, repetition, deletion, depth, badUTF8, escape, space, marks
}

extension [UInt8] {
  /// Applies one random mutation to JSON text.
  mutating func mutateText(_ random: inout Random) {
    let place = random.below(count + 1)
    switch random.pick(TextMutation.allCases) {
    case .number: replaceNumber(&random)
    case .repetition: insert(contentsOf: piece(&random), at: place)
    case .deletion:
      let end = Swift.min(count, place + 1 + random.below(12))
      removeSubrange(place..<end)
    case .depth:
      let depth = random.pick([1, 5, 9, 600, 5_000])
      let (open, close) = random.pick([("[", "]"), (#"{"a":"#, "}"), ("[", "")])
      let text = String(repeating: open, count: depth) + String(repeating: close, count: depth)
      insert(contentsOf: text.utf8, at: place)
    case .badUTF8: insert(contentsOf: random.pick(Self.badUTF8), at: place)
    case .escape: insert(contentsOf: random.pick(Self.escapes).utf8, at: place)
    case .space: insert(contentsOf: random.pick([" ", "\t", "\n", "\r", "\0"]).utf8, at: place)
    case .marks:
      let count = random.pick([1, 20, 300, 15_000])
      insert(contentsOf: String(repeating: "\u{301}\u{316}", count: count).utf8, at: place)
    }
  }

  /// Replaces a number by a hostile one.
  private mutating func replaceNumber(_ random: inout Random) {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let from = random.below(count)
    guard let start = self[from...].firstIndex(where: isDigit) else { return }
    let end = self[start...].firstIndex { !isDigit($0) } ?? count
    replaceSubrange(start..<end, with: HostileNumbers.text(&random).utf8)
  }

  /// A range between quotation marks, so that copying it makes duplicate keys; or any range.
  private func piece(_ random: inout Random) -> [UInt8] {
    let from = random.below(count)
    let mark: UInt8 = 0x22
    let start = random.chance(of: 2) ? self[from...].firstIndex(of: mark) ?? from : from
    return Array(self[start..<Swift.min(count, start + random.below(90))])
  }

  private static let badUTF8: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
  ]

  private static let escapes = [
    #"\u0000"#, #"\ud800"#, #"\udc00\ud800"#, #"\ud83d\ude42"#, #"\u"#, #"\x"#, #"\"#, "\"", "\\\"",
    "\u{301}", "\u{202E}", "\u{1B}[2J", "e\u{301}", "\u{E9}",
  ]
}
