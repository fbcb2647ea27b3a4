import Plots

/// What the lines of shortcuts mean, in one row or, where that is too wide, in several.
struct ShortcutLegend {
  private let entries: [(isDashed: Bool, text: String)]
  private let sizes: Sizes
  private static let sample = 26.0

  /// - Parameter notes: what stands before the lines.
  init(_ kinds: Set<ShortcutKind>, _ words: Words, _ sizes: Sizes) {
    self.sizes = sizes
    let dashed = ShortcutKind.allCases.filter { $0 != .identity && kinds.contains($0) }
    entries =
      (kinds.contains(.identity) ? [(false, ShortcutKind.identity.name(words))] : [])
      + dashed.map { (true, $0.name(words)) }
  }

  /// What its widest entry needs.
  var leastWidth: Double { entries.map { width($0.text) }.max() ?? 0 }

  private func width(_ text: String) -> Double {
    Self.sample + 6 + Font(sizes.note).width(of: text)
  }

  /// The rows of entries that fit beside each other, each with its place from the left.
  private func rows(width room: Double) -> [[(entry: Int, x: Double)]] {
    var rows: [[(entry: Int, x: Double)]] = []
    var x = room
    for (number, entry) in entries.enumerated() {
      if x + width(entry.text) > room || rows.isEmpty {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((number, x))
      x += width(entry.text) + 28
    }
    return rows
  }

  /// From its top to the base line of its last row.
  func height(width: Double) -> Double {
    Double(rows(width: width).count) * sizes.note * 1.5
  }

  /// Adds it below `top`, from `left` to `left + width`.
  func add(to plan: inout Plan, left: Double, top: Double, width: Double) {
    for (row, places) in rows(width: width).enumerated() {
      let base = top + sizes.note * 1.5 * Double(row + 1)
      for (number, x) in places {
        let y = base - 0.33 * sizes.note
        plan.add(
          Plan.Line(
            points: [.init(left + x, y), .init(left + x + Self.sample, y)], color: .shortcut,
            width: sizes.shortcut, isDashed: entries[number].isDashed))
        plan.add(
          .init(
            text: entries[number].text, at: .init(left + x + Self.sample + 6, base),
            size: sizes.note, color: .muted))
      }
    }
  }
}
