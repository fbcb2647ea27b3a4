/// Finds the groups of a net: its stages and their blocks, or, where layers are beside each other, its layers.
struct PageTreeMaker {
  let graph: Graph
  let words: Words
  private let shortcuts: [Int: ShortcutKind]
  private let page: PageWords

  /// A block with more operations than this shows the layers that it is made of.
  private static let longestBlock = 24

  init(graph: Graph, words: Words) {
    (self.graph, self.words) = (graph, words)
    (shortcuts, page) = (graph.shortcutKinds, PageWords(words.language))
  }

  func trees() -> [PageTree] {
    let stages = graph.stages
    guard let first = stages.first, let last = stages.last, stages.allSatisfy(isOnTheWay) else {
      return layers(graph.nodes.indices, depth: 0)
    }
    var trees: [PageTree] = []
    var place = 0
    for (number, stage) in stages.enumerated() {
      let before = place..<stage.nodes.lowerBound
      trees += stage.nodes == first.nodes ? stem(before) : layers(before, depth: 0)
      trees.append(tree(stage, number + 1))
      place = stage.nodes.upperBound
    }
    return trees + head(last.nodes.upperBound..<graph.nodes.count)
  }

  /// Whether everything goes through a stage, and nothing around it: otherwise it is a branch of the net.
  private func isOnTheWay(_ stage: Stage) -> Bool {
    stage.nodes.upperBound == graph.nodes.count
      || graph.nodes[stage.nodes.upperBound...].allSatisfy { node in
        node.inputs.allSatisfy { $0 >= stage.nodes.upperBound - 1 }
      }
  }

  /// The image, and what is before the first stage.
  private func stem(_ nodes: Range<Int>) -> [PageTree] {
    let inner = nodes.drop { graph.nodes[$0].kind == .input }
    let inputs = nodes.prefix(nodes.count - inner.count).map(PageTree.operation)
    return inputs + end("stem", words(.stem), inner)
  }

  /// What is behind the last stage, and the loss, which is in no layer.
  private func head(_ nodes: Range<Int>) -> [PageTree] {
    let end = nodes.last { !graph.nodes[$0].scope.isEmpty && graph.nodes[$0].kind != .loss }
    let split = end.map { $0 + 1 } ?? nodes.lowerBound
    return self.end("head", words(.head), nodes.lowerBound..<split)
      + (split..<nodes.upperBound).map(PageTree.operation)
  }

  private func end(_ id: String, _ title: String, _ nodes: Range<Int>) -> [PageTree] {
    if nodes.count < 2 { return nodes.map(PageTree.operation) }
    let main = nodes.map { graph.nodes[$0] }.filter { $0.isWeighted || $0.kind == .pool }
    let names = main.map { $0.title(words) }
    let note = names.prefix(2).joined(separator: " · ") + (names.count > 2 ? " …" : "")
    return [group(id, title, note, "", nodes, layers(nodes, depth: 0))]
  }

  private func tree(_ stage: Stage, _ number: Int) -> PageTree {
    let title = words(.stage, "\(number)")
    if stage.isOneBlock {
      return group(
        "s\(number)", title, note(stage.nodes, stage.blocks[0]), stage.name, stage.nodes,
        inside(stage.nodes, stage.blocks[0]))
    }
    let blocks = stage.blocks.enumerated().map { place, module in
      let nodes = run(of: module, in: stage.nodes)
      return group(
        "s\(number)b\(place + 1)", page(.blockNumber, "\(place + 1)"), note(nodes, module),
        module.path, nodes, inside(nodes, module))
    }
    return group(
      "s\(number)", title, words.blocks(blocks.count), stage.name, stage.nodes, blocks)
  }

  private func run(of module: Module, in nodes: Range<Int>) -> Range<Int> {
    let inner = nodes.filter { graph.nodes[$0].scope.contains(module) }
    return inner[0]..<inner.last! + 1
  }

  private func inside(_ nodes: Range<Int>, _ module: Module) -> [PageTree] {
    if nodes.count <= Self.longestBlock { return nodes.map(PageTree.operation) }
    let depth = graph.nodes[nodes.lowerBound].scope.firstIndex(of: module) ?? 0
    return layers(nodes, depth: depth + 1)
  }

  /// A group for each layer of several operations at this depth of nesting, and what is in none.
  private func layers(_ nodes: Range<Int>, depth: Int) -> [PageTree] {
    var trees: [PageTree] = []
    var place = nodes.lowerBound
    while place < nodes.upperBound {
      let frame = graph.nodes[place].frame
      guard frame.count > depth else {
        trees.append(.operation(place))
        place += 1
        continue
      }
      let module = frame[depth]
      let end =
        nodes[place...].first { i in
          graph.nodes[i].scope.count <= depth || graph.nodes[i].scope[depth] != module
        } ?? nodes.upperBound
      let children = layers(place..<end, depth: depth + 1)
      // A layer around all others, and one that has lost its other operations, is no group.
      if place..<end == nodes || end - place == 1 {
        trees += children
      } else {
        trees.append(
          group(
            "\(module.path)@\(module.call)", module.shownName, note(place..<end, module),
            module.path, place..<end, children))
      }
      place = end
    }
    return trees
  }

  /// What is on the shortcut of a block; for another layer its type.
  private func note(_ nodes: Range<Int>, _ module: Module) -> String {
    let kinds = nodes.compactMap { shortcuts[graph.nodes[$0].line] }
    guard kinds.count == 1 else { return module.type.shortened }
    switch kinds[0] {
    case .identity: return words(.identityShortcut)
    case .projection: return words(.shortcutWithConvolution)
    case .padding: return words(.paddingShortcut)
    case .other: return words(.otherShortcut)
    }
  }

  private func group(
    _ id: String, _ title: String, _ note: String, _ path: String, _ nodes: Range<Int>,
    _ children: [PageTree]
  ) -> PageTree {
    .group(
      .init(
        id: id, title: title, note: note, path: path,
        parameters: graph.parameterCount(of: nodes), children: children))
  }
}
