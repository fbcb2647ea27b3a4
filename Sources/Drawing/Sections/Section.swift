import Plots

/// A part of a net with a name of its own: the stem, a stage, the head.
struct Section {
  enum Role: Equatable {
    case input, stem, stage(Int), head
  }

  let role: Role
  /// The main path of the section.
  let units: [Unit]
  /// Of its weighted layers on the main path, the numbers of the first and the last.
  let layers: ClosedRange<Int>?
  /// The number of elements of its parameters.
  let parameterCount: Int
  /// The shape of its result, `[N, C, H, W]` or `[N, C]`.
  let shape: [Int]
  /// How many pixels of the image, each way, one number of its result depends on.
  let field: Int?

  /// How many blocks it has.
  var blockCount: Int { units.count(where: \.isBlock) }

  func name(_ words: Words) -> String {
    switch role {
    case .input: words(shape.count == 4 ? .image : .input)
    case .stem: words(.stem)
    case .stage(let number): words(.stage, "\(number)")
    case .head: words(.head)
    }
  }

  /// Its result: a shape, or a number of scores.
  func result(_ words: Words) -> String {
    role == .head && shape.count == 2 ? words.scores(shape[1]) : extent(of: shape)
  }

  /// `2 blocks`; nothing where there are none.
  func blocks(_ words: Words, _ chart: Flowchart) -> String? {
    guard case .stage = role, blockCount > 0 else { return nil }
    let own = units.filter(\.isBlock)
    let areLayers = own.allSatisfy { unit in
      unit.skips.isEmpty && unit.cells.count { chart.first($0).isWeighted } == 1
    }
    return areLayers ? words.layers(own.count) : words.blocks(own.count)
  }
}

extension Flowchart {
  /// The net in sections, the input first.
  var sections: [Section] {
    let stretches = Stretches(self)
    let (units, stages) = (units(stretches.blocks), stretches.ranges)
    var placed: [(role: Section.Role, units: [Unit])] = [(.input, [])]
    for unit in units {
      let node = cells[unit.cells[0]].nodes[0]
      let role: Section.Role
      if node == 0 {
        role = .input
      } else if let stage = stages.firstIndex(where: { node < $0.upperBound }) {
        // What stands between two stages is the beginning of the second.
        role = stage == 0 && node < stages[0].lowerBound ? .stem : .stage(stage + 1)
      } else {
        role = .head
      }
      if placed.last!.role == role {
        placed[placed.count - 1].units.append(unit)
      } else {
        placed.append((role, [unit]))
      }
    }
    let fields = graph.receptiveFields
    var (from, depth) = (0, 0)
    return placed.map { role, units in
      let last = cells[units.last?.cells.last ?? 0].nodes.last!
      let result = units.last.map { cells[self.result(of: $0)].nodes.last! } ?? last
      let weighted = units.flatMap(\.cells).count { first($0).isWeighted }
      defer { (from, depth) = (last + 1, depth + weighted) }
      return Section(
        role: role, units: units, layers: weighted == 0 ? nil : depth + 1...depth + weighted,
        parameterCount: graph.parameterCount(of: from..<max(from, last + 1)),
        shape: graph.nodes[result].shape, field: role == .input ? nil : fields[result])
    }
  }
}
