/// A run of blocks one after another that return the same shape: `conv3_x` of a residual net.
struct Stage {
  /// The blocks, in order.
  let blocks: [Module]
  /// What the blocks have in common, as a name: `layer2`, `blocks.0…3`.
  let name: String
  /// The operations of all blocks.
  let operations: Range<Int>

  /// Whether it is a block under another name.
  var isOneBlock: Bool { blocks.count == 1 && blocks[0].repeats == nil && name == blocks[0].path }
}

extension Graph {
  /// For each operation the block it belongs to, if that is part of a stage.
  var blocks: [Module?] {
    let stages = stages
    let shown = Set(stages.flatMap(\.blocks))
    return candidates.map { $0.flatMap { shown.contains($0) ? $0 : nil } }
  }

  /// For each operation the layer around it that could be a block.
  ///
  /// That is the outermost that adds something up itself, or that holds no layer of several operations.
  private var candidates: [Module?] {
    var holdsLayers: Set<Module> = []
    var sums: Set<Module> = []
    for operation in operations {
      holdsLayers.formUnion(operation.frame.dropLast())
      if operation.kind == .sum, let module = operation.frame.last { sums.insert(module) }
    }
    return operations.map { operation in
      operation.frame.first { sums.contains($0) || !holdsLayers.contains($0) }
    }
  }

  /// The runs of blocks.
  ///
  /// One layer alone is a run only if it adds something up or learns twice.
  var stages: [Stage] {
    let blocks = candidates
    var runs: [[Range<Int>]] = []
    var first = 0
    while first < operations.count {
      let end = (first..<operations.count).first { blocks[$0] != blocks[first] } ?? operations.count
      if blocks[first] != nil {
        if let before = runs.last?.last, continues(before, first..<end, blocks) {
          runs[runs.count - 1].append(first..<end)
        } else {
          runs.append([first..<end])
        }
      }
      first = end
    }
    return runs.filter(isStage).map { run in
      let modules = run.map { blocks[$0.lowerBound]! }
      let range = run.first!.lowerBound..<run.last!.upperBound
      return Stage(blocks: modules, name: stageName(modules, range, blocks), operations: range)
    }
  }

  private func isStage(_ run: [Range<Int>]) -> Bool {
    let first = operations[run[0]]
    return run.count > 1 || first.filter(\.isHeavy).count > 1 || first.contains { $0.kind == .sum }
  }

  private func continues(_ a: Range<Int>, _ b: Range<Int>, _ blocks: [Module?]) -> Bool {
    let (x, y) = (blocks[a.lowerBound]!, blocks[b.lowerBound]!)
    return a.upperBound == b.lowerBound && x.container == y.container
      && operations[a.upperBound - 1].shape == operations[b.upperBound - 1].shape
      && b.allSatisfy { i in operations[i].inputs.allSatisfy { $0 >= a.upperBound - 1 } }
  }

  /// The name of the layer that holds exactly these blocks, or else the first and the last name.
  private func stageName(_ modules: [Module], _ range: Range<Int>, _ blocks: [Module?]) -> String {
    let container = modules[0].container
    let isWhole = !blocks.enumerated().contains { i, block in
      block.map { $0.container == container && !range.contains(i) } ?? false
    }
    if isWhole, !container.isEmpty { return container }
    guard modules.count > 1 else { return modules[0].path }
    return modules[0].path + "…" + (modules.last!.path.split(separator: ".").last ?? "")
  }
}

extension Module {
  /// The path without the last part: `layer1` of `layer1.0`.
  var container: String { path.split(separator: ".").dropLast().joined(separator: ".") }
}
