/// A stage of a net: consecutive blocks whose outputs have the same shape, such as `conv3_x` of a ResNet.
struct Stage {
  /// The blocks, in order.
  let blocks: [Module]
  /// The name of the layer that contains the blocks, or of the blocks: `layer2`, `blocks.0…3`.
  let name: String
  /// The nodes of all blocks.
  let nodes: Range<Int>

  /// Whether stage and block are the same layer.
  var isOneBlock: Bool { blocks.count == 1 && blocks[0].repeats == nil && name == blocks[0].path }
}

extension Graph {
  /// For each node its block, if that is part of a stage.
  var blocks: [Module?] {
    let stages = stages
    let shown = Set(stages.flatMap(\.blocks))
    return candidates.map { $0.flatMap { shown.contains($0) ? $0 : nil } }
  }

  /// For each node the layer that could be its block.
  ///
  /// That is the outermost one that has an addition of its own, or no layer of several nodes in it.
  private var candidates: [Module?] {
    var holdsLayers: Set<Module> = []
    var adding: Set<Module> = []
    for node in nodes {
      holdsLayers.formUnion(node.frame.dropLast())
      if node.kind == .addition, let module = node.frame.last { adding.insert(module) }
    }
    return nodes.map { node in
      node.frame.first { adding.contains($0) || !holdsLayers.contains($0) }
    }
  }

  /// The stages of the net, in order.
  ///
  /// A single layer is a stage only if it has an addition or more than one weighted layer.
  var stages: [Stage] {
    let blocks = candidates
    var runs: [[Range<Int>]] = []
    var first = 0
    while first < nodes.count {
      let end = (first..<nodes.count).first { blocks[$0] != blocks[first] } ?? nodes.count
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
      return Stage(blocks: modules, name: stageName(modules, range, blocks), nodes: range)
    }
  }

  private func isStage(_ run: [Range<Int>]) -> Bool {
    let first = nodes[run[0]]
    return run.count > 1 || first.filter(\.isWeighted).count > 1
      || first.contains { $0.kind == .addition }
  }

  private func continues(_ a: Range<Int>, _ b: Range<Int>, _ blocks: [Module?]) -> Bool {
    let (x, y) = (blocks[a.lowerBound]!, blocks[b.lowerBound]!)
    return a.upperBound == b.lowerBound && x.container == y.container
      && nodes[a.upperBound - 1].shape == nodes[b.upperBound - 1].shape
      && b.allSatisfy { i in nodes[i].inputs.allSatisfy { $0 >= a.upperBound - 1 } }
  }

  /// The name of the layer that contains exactly these blocks, or else the first and the last name.
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
