import Foundation

/// A net as the script of a page reads it: operations, groups and words, as JSON.
struct PageData: Encodable {
  let operations: [Operation]
  let tree: [Tree]
  /// The operations that are on a shortcut around a branch.
  let shortcuts: [Int]
  let hasGradients: Bool
  let words: [String: String]

  /// A list without names, since there are hundreds: the order is that of `fields` in `data.js`.
  struct Operation: Encodable {
    let node: Node
    let title: String
    let letter: String?

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(title)
      try list.encode(node.kind.class)
      try list.encode(node.inputs)
      try list.encode(Array(node.shape.dropFirst()))
      try list.encode(node.parameterCount)
      try list.encode(node.multiplyAdds)
      try list.encode(node.value.map(shortened))
      try list.encode(node.gradient.map(shortened))
      try list.encode(node.flows.isEmpty ? nil : node.flows.map { $0.map(shortened) })
      try list.encode(node.weights.first { $0.shape.count > 1 }?.gradient.map(shortened))
      try list.encode(node.path)
      try list.encode(letter)
      if let refusal = node.refusal { try list.encode(wrapped(refusal, to: 32)) }
    }
  }

  /// A number of an operation, or a group.
  enum Tree: Encodable {
    case operation(Int)
    case group(PageTree.Group)

    private enum Key: CodingKey { case id, title, note, path, parameters, children }

    init(_ tree: PageTree) {
      switch tree {
      case .operation(let number): self = .operation(number)
      case .group(let group): self = .group(group)
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .operation(let number):
        var value = encoder.singleValueContainer()
        try value.encode(number)
      case .group(let group):
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(group.id, forKey: .id)
        try values.encode(group.title, forKey: .title)
        try values.encode(group.note, forKey: .note)
        try values.encode(group.path, forKey: .path)
        try values.encode(group.parameters, forKey: .parameters)
        try values.encode(group.children.map(Tree.init), forKey: .children)
      }
    }
  }

  init(_ graph: Graph, _ words: Words) {
    let letters = graph.sharedWeightLetters
    operations = graph.nodes.enumerated().map { number, node in
      Operation(node: node, title: node.title(words), letter: letters[number])
    }
    tree = graph.pageTree(words).map(Tree.init)
    let chart = Flowchart(graph, owner: Partition.each(graph))
    // What has layers of its own, other than a projection, is a second branch.
    shortcuts = chart.skipConnections.filter { skip in
      skip.kind != .other || !skip.shortcut.contains { graph.nodes[$0].isWeighted }
    }.flatMap(\.shortcut).sorted()
    hasGradients = graph.nodes.contains { $0.gradient != nil }
    self.words = PageWords(words.language).all
  }

  /// The JSON as it may stand in a script element of a page.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
      .replacing("<", with: "\\u003c")
  }
}

/// A number in three digits.
private func shortened(_ value: Double) -> Double { Double(String(format: "%.3g", value)) ?? value }

extension Kind {
  /// The class of its boxes on a page, whose colors are those of the figures.
  var `class`: String {
    switch self {
    case .convolution, .linear: "weights"
    case .norm: "norm"
    case .activation: "activation"
    case .addition: "sum"
    case .input, .pool, .loss, .other: "weightless"
    }
  }
}

extension Node {
  var parameterCount: Int { weights.reduce(0) { $0 + $1.count } }
}

extension Graph {
  /// A letter for each node that uses weights which others use, too, the same for the same weights.
  var sharedWeightLetters: [Int: String] {
    var users: [Int: [Int]] = [:]
    for (number, node) in nodes.enumerated() {
      for weight in node.weights where weight.shape.count > 1 {
        users[weight.line, default: []].append(number)
      }
    }
    let shared = users.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    var letters: [Int: String] = [:]
    for (place, numbers) in shared.enumerated() {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(place % 26))
      for number in numbers { letters[number] = "\(Character(letter))" }
    }
    return letters
  }
}
