/// Where the cells and names of a confusion matrix lie on the page.
struct Grid {
  let cell: Double
  let left: Double
  let heading: Heading
  let width: Double
  let height: Double
  private let side: Double
  private let nameWidth: Double
  private let turned: Bool
  private let font: Font

  private var top: Double { heading.height + 12 }
  private var bottom: Double { top + side }

  init(_ matrix: ConfusionMatrix, cell: Double) {
    self.cell = cell
    font = Font(min(10, cell * 0.9))
    side = cell * Double(matrix.names.count)
    let longest = matrix.names.map(font.width).max() ?? 0
    nameWidth = min(longest, 120)
    turned = longest > cell - 4
    left = 44 + nameWidth
    width = max(left + side + 16, 240)
    heading = Heading(matrix.title, left: left, width: width)
    height = heading.height + 12 + side + (turned ? nameWidth + 10 : 20) + 26
  }

  /// A cell and its count.
  func cell(_ row: Int, _ column: Int, _ count: Int, share: Double) -> [Mark] {
    let step = Self.step(count: count, share: share)
    let x = left + cell * Double(column), y = top + cell * Double(row)
    let gap = min(1, cell / 12)
    let box = Mark.box(
      x: x + gap, y: y + gap, width: cell - 2 * gap, height: cell - 2 * gap, .steps[step],
      radius: min(3, cell / 10))
    let digits = Font(9.5)
    guard count > 0, digits.width(of: "\(count)") <= cell - 3 else { return [box] }
    let middle = Point(x + cell / 2, y + cell / 2 + 3.5)
    let color = step > 3 ? Color.paper : .ink
    return [box, .text("\(count)", middle, color, digits, anchor: .middle)]
  }

  /// The shade of a cell: by square roots, so that rare mistakes show beside many right answers.
  static func step(count: Int, share: Double) -> Int {
    count == 0 ? 0 : 1 + min(5, Int(share.squareRoot() * 6))
  }

  /// The names of rows and columns, and what they are.
  func labels(_ names: [String]) -> [Mark] {
    var marks: [Mark] = []
    for (index, name) in names.enumerated() {
      let name = font.shortened(name, to: nameWidth)
      let middle = cell * (Double(index) + 0.5)
      let lowered = font.size * 0.36
      marks.append(
        .text(name, Point(left - 8, top + middle + lowered), .ink, font, anchor: .end))
      marks.append(
        turned
          ? .text(
            name, Point(left + middle + lowered, bottom + 8), .ink, font, anchor: .end, turned: true
          )
          : .text(name, Point(left + middle, bottom + 16), .ink, font, anchor: .middle))
    }
    if names.isEmpty { return [.text("no classes", Point(left, top + 12), .muted, .label)] }
    let beside = Point(18, top + side / 2), below = Point(left + side / 2, height - 9)
    marks.append(.text("true class", beside, .muted, .label, anchor: .middle, turned: true))
    marks.append(.text("predicted class", below, .muted, .label, anchor: .middle))
    return marks
  }
}
