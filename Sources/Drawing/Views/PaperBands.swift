import Plots

/// The bands behind a net's layers: one for each output size on its main path.
struct PaperBands {
  private let runs: [(size: [Int], cells: [Int])]

  init(_ chart: Flowchart) {
    var runs: [(size: [Int], cells: [Int])] = []
    for cell in chart.mainPath {
      let shape = chart.first(cell).shape
      let size = shape.count == 4 ? Array(shape[2...]) : [1, 1]
      if runs.last?.size == size {
        runs[runs.count - 1].cells.append(cell)
      } else {
        runs.append((size, [cell]))
      }
    }
    self.runs = runs
  }

  /// How wide the column of sizes is.
  func width(_ sizes: Sizes, _ words: Words) -> Double {
    let widths = runs.map { Font(sizes.note, bold: true).width(of: written($0.size)) }
    return (widths + [Font(sizes.note).width(of: words(.outputSize))]).max()! + 16
  }

  /// - Parameters:
  ///   - top: the beginning of the first band.
  ///   - bottom: the end of the last one.
  func draw(
    to plan: inout Plan, _ placement: Placement, _ sizes: Sizes, _ words: Words, top: Double,
    bottom: Double
  ) {
    let left = max(sizes.margin, 12)
    plan.add(
      .init(text: words(.outputSize), at: .init(left, top - 6), size: sizes.note, color: .muted))
    var start = top
    for (number, run) in runs.enumerated() {
      let next = number + 1 < runs.count ? runs[number + 1].cells[0] : nil
      // A band ends close behind its last layer, so that shortcuts around the next begin in the next band.
      let end =
        next.map { next in
          let (last, first) = (placement.items[run.cells.last!], placement.items[next])
          return last.bottom + min(4, (first.top - last.bottom) / 2)
        } ?? bottom
      if number % 2 == 0 {
        let place = Plan.Rectangle(left: 4, top: start, width: plan.width - 8, height: end - start)
        plan.add(Plan.Band(place: place, color: .band))
      }
      let first = placement.items[run.cells[0]]
      plan.add(
        .init(
          text: written(run.size),
          at: .init(left, max(first.center.y, start + 8) + 0.36 * sizes.note),
          size: sizes.note, isBold: true))
      start = end
    }
  }
}
