/// The rows of several blocks side by side, in which operations of one kind stand in one row.
///
/// The n-th layer with weights of each stands in one row, and so does the sum. What stands between two of
/// these is merged into the shortest sequence that contains that of every block.
struct CommonRows {
  /// For each block, the row of each operation on its main path, from 0 on.
  private(set) var rows: [[Int]]
  private(set) var kinds: [Kind] = []

  /// - Parameter paths: the kinds of the operations on the main path of each block.
  init(_ paths: [[Kind]]) {
    rows = paths.map { _ in [] }
    func isAnchor(_ kind: Kind) -> Bool { [.convolution, .linear, .addition].contains(kind) }
    let anchors = paths.map { $0.filter(isAnchor) }
    guard Set(anchors).count == 1, let common = anchors.first else {
      // Blocks of different layers have only their order in common.
      kinds = paths.reduce([]) { shortest(containing: $0, and: $1) }
      for (i, path) in paths.enumerated() { rows[i] = Self.places(of: path, in: kinds, from: 0) }
      return
    }
    var pieces = paths.map {
      $0.split(omittingEmptySubsequences: false, whereSeparator: isAnchor)[...]
    }
    for anchor in common.map(Optional.some) + [nil] {
      let here = pieces.indices.map { Array(pieces[$0].removeFirst()) }
      let merged = here.reduce([]) { shortest(containing: $0, and: $1) }
      for (i, piece) in here.enumerated() {
        rows[i] += Self.places(of: piece, in: merged, from: kinds.count)
        if anchor != nil { rows[i].append(kinds.count + merged.count) }
      }
      kinds += merged + [anchor].compactMap(\.self)
    }
  }

  private static func places(of path: [Kind], in all: [Kind], from first: Int) -> [Int] {
    var next = 0
    return path.map { kind in
      while all[next] != kind { next += 1 }
      defer { next += 1 }
      return first + next
    }
  }
}

/// A shortest sequence that contains both, each in its order.
private func shortest(containing a: [Kind], and b: [Kind]) -> [Kind] {
  // The length for what remains of both, from the end.
  var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in stride(from: a.count, through: 0, by: -1) {
    for j in stride(from: b.count, through: 0, by: -1) {
      if i == a.count || j == b.count {
        lengths[i][j] = a.count - i + b.count - j
      } else {
        lengths[i][j] =
          1 + (a[i] == b[j] ? lengths[i + 1][j + 1] : min(lengths[i + 1][j], lengths[i][j + 1]))
      }
    }
  }
  var (i, j, result) = (0, 0, [Kind]())
  while i < a.count || j < b.count {
    if i < a.count, j < b.count, a[i] == b[j] {
      result.append(a[i])
      (i, j) = (i + 1, j + 1)
    } else if j == b.count || (i < a.count && lengths[i + 1][j] <= lengths[i][j + 1]) {
      result.append(a[i])
      i += 1
    } else {
      result.append(b[j])
      j += 1
    }
  }
  return result
}

extension Flowchart {
  /// The row of every cell, given those of the main path: what stands beside it stands in the first free row
  /// of its kind; `nil` if some line would lead upward.
  func rows(mainPath places: [Int], kinds: [Kind]) -> [Int]? {
    var rows = [Int?](repeating: nil, count: cells.count)
    for (cell, row) in zip(mainPath, places) { rows[cell] = row }
    var latest = [Int](repeating: kinds.count, count: cells.count)
    for cell in cells.indices.reversed() {
      if let row = rows[cell] { latest[cell] = row }
      for input in cells[cell].inputs { latest[input] = min(latest[input], latest[cell] - 1) }
    }
    for cell in cells.indices where rows[cell] == nil {
      let first = (cells[cell].inputs.map { rows[$0]! }.max() ?? -1) + 1
      guard first <= latest[cell] else { return nil }
      let kind = self.first(cell).kind
      rows[cell] = (first...latest[cell]).first { $0 < kinds.count && kinds[$0] == kind } ?? first
    }
    let isDownward = cells.indices.allSatisfy { cell in
      cells[cell].inputs.allSatisfy { rows[$0]! < rows[cell]! }
    }
    return isDownward ? rows.map { $0! } : nil
  }
}
