/// The columns beside a path that are taken, each for some rows.
struct OccupiedColumns {
  private var taken: [(path: SidePath, columns: ClosedRange<Int>)] = []
  private let main: ClosedRange<Int>
  private(set) var left: Int
  private(set) var right: Int

  init(_ path: SidePath) {
    (left, right) = (path.left, path.right)
    main = -path.left...path.right
  }

  /// The nearest free column from which lines lead to the main path; to the right for what stands on a
  /// shortcut.
  mutating func add(_ path: SidePath) -> Int {
    let toTheRight = ((main.upperBound + 1 + path.left)...).first { isFree($0, path) }!
    let toTheLeft = -((path.right + 1 - main.lowerBound)...).first { isFree(-$0, path) }!
    let right = toTheRight - main.upperBound + (isCutOff(toTheRight, path) ? 1000 : 0)
    let left =
      main.lowerBound - toTheLeft + (isCutOff(toTheLeft, path) ? 1000 : 0)
      + (path.isAside ? 100 : 0)
    let offset = right <= left ? toTheRight : toTheLeft
    taken.append((path, offset - path.left...offset + path.right))
    self.left = max(self.left, path.left - offset)
    self.right = max(self.right, offset + path.right)
    return offset
  }

  private func isFree(_ offset: Int, _ path: SidePath) -> Bool {
    let columns = offset - path.left...offset + path.right
    return !taken.contains { $0.path.rows.overlaps(path.rows) && $0.columns.overlaps(columns) }
  }

  /// Whether a frame stands between this column and the main path wherever a line of the path could run.
  private func isCutOff(_ offset: Int, _ path: SidePath) -> Bool {
    taken.contains { other in
      let isBetween =
        offset > 0
        ? (1..<offset).contains(other.columns.lowerBound)
        : (offset + 1..<0).contains(other.columns.upperBound)
      return isBetween
        && other.path.frames.contains { frame in
          [path.begins, path.ends].contains { rows in
            rows.map { frame.lowerBound <= $0.lowerBound && $0.upperBound <= frame.upperBound }
              ?? false
          }
        }
    }
  }
}
