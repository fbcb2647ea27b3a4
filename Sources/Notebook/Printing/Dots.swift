/// A grid of dots that is printed several dots to a character.
struct Dots {
  let columns, lines: Int
  private let isBraille: Bool
  private let dotsAcross, dotsDown: Int
  private var cells: [UInt32]

  init(columns: Int, lines: Int, isBraille: Bool) {
    (self.columns, self.lines, self.isBraille) = (columns, lines, isBraille)
    (dotsAcross, dotsDown) = isBraille ? (2, 4) : (1, 1)
    cells = [UInt32](repeating: 0, count: columns * lines)
  }

  /// Draws heights from 0 to 1 from left to right, straight from each to the next.
  mutating func trace(_ heights: [Double?]) {
    let (wide, tall) = (columns * dotsAcross, lines * dotsDown)
    var before: Int?
    for x in 0..<wide {
      let place = Double(x) / Double(max(1, wide - 1)) * Double(heights.count - 1)
      let here = height(heights, at: place).map { Int(((1 - $0) * Double(tall - 1)).rounded()) }
      if let here {
        // A steep part is a column of dots that begins beside the one before: thin, never torn.
        let from = before.map { $0 == here ? here : $0 < here ? $0 + 1 : $0 - 1 } ?? here
        for y in min(here, from)...max(here, from) { mark(x, y) }
      }
      before = here
    }
  }

  var rendered: [String] {
    (0..<lines).map { line in
      String(cells[line * columns..<(line + 1) * columns].map(character)).trimmingTrailingSpaces
    }
  }

  private func height(_ heights: [Double?], at place: Double) -> Double? {
    let left = min(Int(place), heights.count - 1)
    let share = place - Double(left)
    guard share > 0, left + 1 < heights.count else { return heights[left] }
    guard let from = heights[left], let to = heights[left + 1] else { return nil }
    return from + (to - from) * share
  }

  private mutating func mark(_ x: Int, _ y: Int) {
    // The bits of U+2800, column by column.
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    cells[y / dotsDown * columns + x / dotsAcross] |= bits[x % dotsAcross][y % dotsDown]
  }

  private func character(_ cell: UInt32) -> Character {
    if cell == 0 { return " " }
    return isBraille ? Character(Unicode.Scalar(0x2800 + cell)!) : "*"
  }
}
