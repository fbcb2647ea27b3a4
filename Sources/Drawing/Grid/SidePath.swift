/// A path that stands in one column.
struct SidePath {
  let members: [Int]
  /// The columns that its frames have to the left and to the right of it.
  let left, right: Int
  /// Its rows, and those that its lines from and to other paths run through.
  let rows: ClosedRange<Int>
  /// From the row where its line begins to its first row, and from its last row to where its line ends.
  let begins, ends: ClosedRange<Int>?
  /// The rows of its frames, which other lines cannot cross.
  let frames: [ClosedRange<Int>]
  let isAside: Bool
}

extension SidePath {
  init(_ path: [Int], of members: [Arrangement.Member], _ inputs: [[Int]]) {
    let (first, last) = (members[path[0]], members[path.last!])
    let before = inputs[path[0]].map { members[$0].end - 1 }.max()
    let after = members.indices.filter { inputs[$0].contains(path.last!) }
      .map { members[$0].start }.min()
    let (start, end) = (before ?? first.start - 1, after ?? last.end)
    let frames = path.filter { if case .frame = members[$0].part { true } else { false } }
    self.init(
      members: path, left: path.map { members[$0].left }.max()!,
      right: path.map { members[$0].right }.max()!, rows: start + 1...max(end, last.end) - 1,
      begins: before.map { $0...max($0, first.start) },
      ends: after.map { last.end - 1...max($0, last.end - 1) },
      frames: frames.map { members[$0].start...members[$0].end - 1 },
      isAside: path.allSatisfy { members[$0].isAside })
  }
}
