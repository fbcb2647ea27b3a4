/// The columns beside a path that are taken, each for some rows.
struct OccupiedColumns {
  private var taken: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  private var main = 0...0
  private(set) var isEmpty = true
  private(set) var left = 0
  private(set) var right = 0

  mutating func addMain(_ before: Int, _ after: Int) -> Int {
    (main, left, right, isEmpty) = (-before...after, before, after, false)
    return 0
  }

  /// The nearest free column, to the right for what stands on a shortcut.
  mutating func add(rows: ClosedRange<Int>, _ before: Int, _ after: Int, isAside: Bool) -> Int {
    let (taken, main) = (taken, main)
    func isFree(_ offset: Int) -> Bool {
      let columns = offset - before...offset + after
      return !taken.contains { $0.rows.overlaps(rows) && $0.columns.overlaps(columns) }
    }
    let toTheRight = ((main.upperBound + 1 + before)...).first(where: isFree)!
    let toTheLeft = (1...).lazy.map { main.lowerBound - $0 - after }.first(where: isFree)!
    let isRight = isAside || toTheRight - main.upperBound <= main.lowerBound - toTheLeft
    let offset = isRight ? toTheRight : toTheLeft
    self.taken.append((rows, offset - before...offset + after))
    left = max(left, before - offset)
    right = max(right, offset + after)
    return offset
  }
}
