import Sentences

/// A confusion matrix: how often each true class (rows) was predicted as each class (columns).
public struct ConfusionMatrix: Sendable {
  let title: String
  let names: [String]
  let counts: [[Int]]

  /// A matrix of counts, `[true class, predicted class]`, with a row and a column for each of `names`.
  public init(_ title: String, names: [String], counts: [[Int]]) {
    require(
      counts.count == names.count && counts.allSatisfy { $0.count == names.count },
      "A confusion matrix of \(names.count) classes was given \(counts.count) rows of "
        + "\(Set(counts.map(\.count)).sorted()) counts; it needs \(names.count) rows of as many.")
    require(
      counts.allSatisfy { $0.allSatisfy { $0 >= 0 } },
      "A confusion matrix counts how often something happened; it was given a count below zero.")
    (self.title, self.names, self.counts) = (title, names, counts)
  }
}

extension ConfusionMatrix {
  /// The matrix as a picture, each cell `cell` points wide, at least 6.
  ///
  /// Counts too wide for their cells are omitted. The shade of a cell is its share of its row, so that
  /// rare classes look like frequent ones.
  public func picture(cell: Double = 34) -> Picture {
    let grid = Grid(self, cell: clamped(cell, 6))
    var picture = Picture(
      width: grid.width, height: grid.height, title: title, description: spoken)
    let free = Picture.phoneWidth - grid.left - 16
    // At most 400 points high, so that type of 11 points has more than 14 on a slide.
    let room = 400 - (grid.height - cell * Double(names.count))
    picture.slide = { self.picture(cell: min(cell, room / Double(max(1, names.count)))) }
    picture.phone = { self.picture(cell: free / Double(max(1, names.count))).onPhone() }
    picture.marks = grid.heading.marks
    for row in counts.indices {
      let sum = counts[row].reduce(0) { $0 + Double($1) }
      for (column, count) in counts[row].enumerated() {
        picture.marks += grid.cell(row, column, count, share: sum > 0 ? Double(count) / sum : 0)
      }
    }
    picture.marks += grid.labels(names)
    return picture
  }

  /// A description for screen readers: the correct predictions, and the most frequent confusion.
  var spoken: String {
    let all = counts.joined().reduce(0) { $0 + Double($1) }
    let name = "Confusion matrix of \(counted(names.count, "class", "classes"))"
    if all == 0 { return "\(name), without counts." }
    let right = counts.indices.reduce(0) { $0 + Double(counts[$1][$1]) }
    let cells = names.indices.flatMap { row in names.indices.map { (row: row, column: $0) } }
    let worst = cells.filter { $0.row != $0.column }
      .max { counts[$0.row][$0.column] < counts[$1.row][$1.column] }
    var sentence =
      "\(name): \(brief(right)) of \(brief(all)) right."
    if let worst, counts[worst.row][worst.column] > 0 {
      sentence +=
        " Most often, \(names[worst.row]) was taken for \(names[worst.column]): "
        + "\(counts[worst.row][worst.column]) times."
    }
    return sentence
  }
}

/// The positions of the cells and names of a confusion matrix, in points.
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
    font = Font(min(11, cell * 0.9))
    side = cell * Double(matrix.names.count)
    let longest = matrix.names.map(font.width).max() ?? 0
    nameWidth = min(longest, 120)
    turned = longest > cell - 4
    left = 44 + nameWidth
    width = max(left + side + 16, 240)
    heading = Heading(matrix.title, left: left, width: width)
    height = heading.height + 12 + side + (turned ? nameWidth + 10 : 20) + 26
  }

  /// A cell with its count.
  func cell(_ row: Int, _ column: Int, _ count: Int, share: Double) -> [Mark] {
    let step = Self.step(count: count, share: share)
    let x = left + cell * Double(column), y = top + cell * Double(row)
    let gap = min(1, cell / 12)
    let box = Mark.box(
      x: x + gap, y: y + gap, width: cell - 2 * gap, height: cell - 2 * gap, .steps[step],
      radius: min(3, cell / 10))
    let digits = Font(11)
    guard count > 0, digits.width(of: "\(count)") <= cell - 3 else { return [box] }
    let middle = Point(x + cell / 2, y + cell / 2 + 3.5)
    let color = step > 3 ? Color.paper : .ink
    return [box, .text("\(count)", middle, color, digits, anchor: .middle)]
  }

  /// The shade of a cell, by the square root of its share, so that rare confusions are visible.
  static func step(count: Int, share: Double) -> Int {
    count == 0 ? 0 : 1 + min(5, Int(share.squareRoot() * 6))
  }

  /// The names of rows and columns, and the labels of both sides.
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
