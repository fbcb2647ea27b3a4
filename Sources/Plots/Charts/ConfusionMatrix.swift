import Sentences

/// How often each class was taken for each other: rows are the truth, columns the prediction.
public struct ConfusionMatrix: Sendable {
  public var title: String
  public let names: [String]

  /// `[class, predicted]`.
  public let counts: [[Int]]

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
  /// The matrix, each cell `cell` points wide, but not less than 6.
  ///
  /// Numbers too wide for their cells are left out; the shades remain. A row is shaded by its own
  /// sum, so that rare classes look like frequent ones.
  public func picture(cell: Double = 34) -> Picture {
    let grid = Grid(self, cell: clamped(cell, 6))
    var picture = Picture(
      width: grid.width, height: grid.height, title: title, description: spoken)
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

  /// The matrix in words: how much is right, and the most frequent mistake.
  var spoken: String {
    let all = counts.joined().reduce(0) { $0 + Double($1) }
    if all == 0 { return "Confusion matrix of \(names.count) classes, without counts." }
    let right = counts.indices.reduce(0) { $0 + Double(counts[$1][$1]) }
    let cells = names.indices.flatMap { row in names.indices.map { (row: row, column: $0) } }
    let worst = cells.filter { $0.row != $0.column }
      .max { counts[$0.row][$0.column] < counts[$1.row][$1.column] }
    var sentence =
      "Confusion matrix of \(names.count) classes: \(brief(right)) of \(brief(all)) right."
    if let worst, counts[worst.row][worst.column] > 0 {
      sentence +=
        " Most often, \(names[worst.row]) was taken for \(names[worst.column]): "
        + "\(counts[worst.row][worst.column]) times."
    }
    return sentence
  }
}
