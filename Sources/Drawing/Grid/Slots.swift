/// One axis of the grid, cut into slots: the rows or columns of items, and between them what lines, frames,
/// titles and notes need.
///
/// Between two rows there are, in this order: notes; inside each frame that ends here, the innermost first,
/// a slot for lines; a slot for lines from above and one for lines to below; and for each frame that begins
/// here, the outermost first, one for its title and one for lines in it. Columns have the same slots.
struct Slots {
  enum Kind: Equatable {
    /// A row or a column.
    case cell(Int)
    case note
    case title(depth: Int)
    /// Inside a frame that ends here, and inside one that begins here.
    case closing(depth: Int)
    case opening(depth: Int)
    /// Behind what is before, and before what comes next.
    case after, before

    /// Whether lines run along it on as many tracks as they need.
    var hasTracks: Bool {
      switch self {
      case .closing, .opening, .after, .before: true
      case .cell, .note, .title: false
      }
    }
  }

  private(set) var kinds: [Kind] = []
  /// For each slot, the gap between cells that it is in, or the one before its cell.
  private(set) var gaps: [Int] = []
  /// For each cell its slot.
  private(set) var cells: [Int] = []
  private let titlesComeLast: Bool
  private var places: [Place: Int] = [:]

  private struct Place: Hashable {
    let gap, depth: Int
    let isTitle, isOpening: Bool
  }

  /// - Parameters:
  ///   - frames: for each frame, the cells it covers, its depth, and whether it has a title along this axis.
  ///   - titlesComeLast: whether titles are at the ends of frames instead of at their beginnings.
  ///   - notes: the gaps with notes.
  init(
    count: Int, frames: [(cells: ClosedRange<Int>, depth: Int, isTitled: Bool)],
    titlesComeLast: Bool, notes: Set<Int>
  ) {
    self.titlesComeLast = titlesComeLast
    for gap in 0...count {
      if notes.contains(gap) { add(.note, gap) }
      let closing = frames.filter { $0.cells.upperBound + 1 == gap }
      for depth in Set(closing.map(\.depth)).sorted(by: >) {
        add(.closing(depth: depth), gap)
        if titlesComeLast, closing.contains(where: { $0.depth == depth && $0.isTitled }) {
          add(.title(depth: depth), gap)
        }
      }
      add(.after, gap)
      add(.before, gap)
      let opening = frames.filter { $0.cells.lowerBound == gap }
      for depth in Set(opening.map(\.depth)).sorted() {
        if !titlesComeLast, opening.contains(where: { $0.depth == depth && $0.isTitled }) {
          add(.title(depth: depth), gap)
        }
        add(.opening(depth: depth), gap)
      }
      if gap < count {
        cells.append(kinds.count)
        add(.cell(gap), gap)
      }
    }
  }

  private mutating func add(_ kind: Kind, _ gap: Int) {
    switch kind {
    case .title(let depth):
      places[.init(gap: gap, depth: depth, isTitle: true, isOpening: true)] = kinds.count
    case .opening(let depth):
      places[.init(gap: gap, depth: depth, isTitle: false, isOpening: true)] = kinds.count
    case .closing(let depth):
      places[.init(gap: gap, depth: depth, isTitle: false, isOpening: false)] = kinds.count
    default: break
    }
    kinds.append(kind)
    gaps.append(gap)
  }

  var count: Int { kinds.count }

  /// The slots between two cells.
  func slots(inGap gap: Int) -> Range<Int> {
    (gap == 0 ? 0 : cells[gap - 1] + 1)..<(gap < cells.count ? cells[gap] : kinds.count)
  }

  /// The slot of a frame's title.
  func title(_ gap: Int, _ depth: Int) -> Int? {
    places[.init(gap: gap, depth: depth, isTitle: true, isOpening: true)]
  }

  /// The slots of a frame that covers these cells, from its first border to its last.
  func slots(of cells: ClosedRange<Int>, depth: Int, isTitled: Bool) -> ClosedRange<Int> {
    let (first, last) = (cells.lowerBound, cells.upperBound + 1)
    var start = places[.init(gap: first, depth: depth, isTitle: false, isOpening: true)]!
    var end = places[.init(gap: last, depth: depth, isTitle: false, isOpening: false)]!
    if isTitled {
      if titlesComeLast {
        end = title(last, depth) ?? end
      } else {
        start = title(first, depth) ?? start
      }
    }
    return start...end
  }

  /// The first slot with these conditions behind a cell, and the last before one.
  func after(_ cell: Int) -> Int { kinds[cells[cell]...].firstIndex(of: .after)! }
  func before(_ cell: Int) -> Int { kinds[...cells[cell]].lastIndex(of: .before)! }
}
