import Plots

/// The main path of a strip, drawn piece by piece from slab to slab and from line to line.
struct StripPath {
  let sizes: Sizes
  /// The edges of the page, between which the path returns to the next line.
  let left, right: Double
  private(set) var middle = 0.0
  /// How far above the middle shortcuts run.
  private(set) var arc = 0.0
  private var end: Plan.Point?
  private var count = 0
  private var isNewLine = true
  /// Where the slabs are, in order, and which cells each shows.
  private var slabs: [(cells: ClosedRange<Int>, left: Double, right: Double)] = []

  init(sizes: Sizes, left: Double, right: Double) {
    (self.sizes, self.left, self.right) = (sizes, left, right)
  }

  /// Goes on in a new line.
  mutating func begin(at middle: Double, above arc: Double, in plan: inout Plan) {
    (self.middle, self.arc) = (middle, arc)
    isNewLine = true
  }

  /// The path up to a slab or a sum at `x`.
  mutating func reach(_ x: Double, in plan: inout Plan, head: Bool = true) {
    defer { isNewLine = false }
    guard let end else { return }
    let length = head ? sizes.head : nil
    if isNewLine {
      // From the right edge of one line to the left edge of the next: two ends with the same sign.
      plan.add(
        Plan.Line(points: [end, .init(end.x + 16, end.y)], width: sizes.path, head: sizes.head))
    }
    let start = isNewLine ? Plan.Point(left, middle) : end
    plan.add(Plan.Line(points: [start, .init(x, middle)], width: sizes.path, head: length))
  }

  mutating func leave(_ x: Double) { end = .init(x, middle) }

  mutating func record(_ cells: ClosedRange<Int>, from left: Double, to right: Double) {
    slabs.append((cells, left, right))
  }

  /// Where on the path the result of a cell is: behind its slab or, if none shows it, before the next.
  ///
  /// - Parameter isEnd: whether a line ends there, which leaves room for one that begins there.
  func place(of cell: Int, isEnd: Bool) -> Double? {
    guard let slab = slabs.first(where: { cell <= $0.cells.upperBound }) else { return nil }
    return slab.cells.contains(cell) ? slab.right + 5 : slab.left - (isEnd ? 12 : 5)
  }

  /// A new id for a box.
  mutating func id() -> String {
    count += 1
    return "strip\(count)"
  }
}
