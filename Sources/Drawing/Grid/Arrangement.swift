/// The members of a frame, or of the whole net, in rows and columns counted from the first row and from the
/// column of the longest path.
struct Arrangement {
  private(set) var members: [Member]
  private(set) var height = 0
  /// How many columns there are to the left and to the right of the longest path.
  private(set) var left = 0
  private(set) var right = 0

  indirect enum Part {
    case item(Int)
    case frame(Int, Arrangement)
  }

  struct Member {
    let part: Part
    /// In rows.
    var start = 0
    var height = 1
    /// The column of its longest path.
    var offset = 0
    /// The columns to the sides of that.
    var left = 0
    var right = 0
    /// Whether it stands on a shortcut.
    var isAside = false
    var row: Int?
    /// Whether it has no input at all, also none from outside.
    var isConstant = false
    var end: Int { start + height }
  }

  /// - Parameters:
  ///   - around: the frames around each item, the innermost first.
  ///   - frame: `nil` for the whole net.
  init(_ net: GridNet, _ around: [[Int]], frame: Int?, panel: Int) {
    members = []
    let all = around
    var place: [Int: Int] = [:]  // from items to members
    var ofFrame: [Int: Int] = [:]
    for item in net.items.indices where net.items[item].panel == panel {
      let around = around[item]
      let inner: Int?
      if let frame {
        guard let level = around.firstIndex(of: frame) else { continue }
        inner = level == 0 ? nil : around[level - 1]
      } else {
        inner = around.last
      }
      if let inner, let known = ofFrame[inner] {
        place[item] = known
        continue
      }
      place[item] = members.count
      if let inner {
        ofFrame[inner] = members.count
        let inside = Arrangement(net, all, frame: inner, panel: panel)
        members.append(
          Member(
            part: .frame(inner, inside), height: inside.height, left: inside.left,
            right: inside.right))
      } else {
        let (isAside, row) = (net.items[item].isAside, net.items[item].row)
        let isConstant = row == nil && !net.links.contains { $0.to == item }
        members.append(
          Member(part: .item(item), isAside: isAside, row: row, isConstant: isConstant))
      }
    }
    var inputs = [[Int]](repeating: [], count: members.count)
    for link in net.links {
      if let from = place[link.from], let to = place[link.to], from != to {
        inputs[to].append(from)
      }
    }
    setRows(inputs)
    setColumns(inputs)
  }

  /// Each member stands in the first row behind all of its inputs.
  private mutating func setRows(_ inputs: [[Int]]) {
    for i in members.indices {
      members[i].start = members[i].row ?? inputs[i].map { members[$0].end }.max() ?? 0
    }
    // What has no input, such as a constant, stands right before what it is an input of.
    for i in members.indices.reversed() where members[i].isConstant && i > 0 {
      let uses = members.indices.filter { inputs[$0].contains(i) }
      if let first = uses.map({ members[$0].start }).min() {
        members[i].start = max(0, first - members[i].height)
      }
    }
    height = members.map(\.end).max() ?? 0
  }

  private mutating func setColumns(_ inputs: [[Int]]) {
    var isOpen = [Bool](repeating: true, count: members.count)
    var paths: [SidePath] = []
    while let path = longestPath(inputs, isOpen) {
      for i in path { isOpen[i] = false }
      paths.append(SidePath(path, of: members, inputs))
    }
    guard let main = paths.first else { return }
    var columns = OccupiedColumns(main)
    set(main, offset: 0)
    // What spans few rows stands close to the longest path, so that what spans more goes around it.
    let beside = paths.dropFirst().enumerated().sorted { a, b in
      func rank(_ path: EnumeratedSequence<ArraySlice<SidePath>>.Element) -> (Int, Int, Int) {
        (path.element.rows.count, path.element.isAside ? 0 : 1, path.offset)
      }
      return rank(a) < rank(b)
    }
    for path in beside.map(\.element) { set(path, offset: columns.add(path)) }
    (left, right) = (columns.left, columns.right)
  }

  private mutating func set(_ path: SidePath, offset: Int) {
    for i in path.members {
      members[i].offset = offset
      // Frames on one path are equally wide.
      if case .frame = members[i].part {
        (members[i].left, members[i].right) = (path.left, path.right)
      }
    }
  }

  /// The longest path among members that have no column yet, with those on shortcuts counted as nothing.
  private func longestPath(_ inputs: [[Int]], _ isOpen: [Bool]) -> [Int]? {
    var depth = [Int](repeating: -1, count: members.count)
    var last: Int?
    for i in members.indices where isOpen[i] {
      let before = inputs[i].map { depth[$0] }.max() ?? -1
      depth[i] = max(0, before) + (members[i].isAside ? 0 : 2 * members[i].height) + 1
      if last == nil || depth[i] >= depth[last!] { last = i }
    }
    var path: [Int] = []
    while let member = last {
      path.append(member)
      last = inputs[member].filter { isOpen[$0] }.max { depth[$0] < depth[$1] }
    }
    return path.isEmpty ? nil : path.reversed()
  }
}
