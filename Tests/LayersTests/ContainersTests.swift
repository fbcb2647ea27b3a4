import Autograd
import Layers
import TestSupport
import Testing

/// One kind of container that a net may keep its layers in.
private indirect enum Tree {
  case leaf(Linear)
  case branches(Tree, Tree)
}

private struct Pair {
  let one: Any
  var other: Any?
}

private final class Box { let content: Any; init(_ content: Any) { self.content = content } }

private class Base: Layer {
  let inherited: Any
  init(_ inherited: Any) { self.inherited = inherited }
  func forward(_ x: Tensor) -> Tensor { x }
}

/// A net whose only property holds everything else.
private final class Derived: Base {
  let used: [Linear]
  let own: Any
  init(_ inherited: Any, own: Any, use: [Linear]) {
    (self.own, used) = (own, [])
    uses = { use }
    super.init(inherited)
  }
  /// A closure, which reflection cannot look into.
  private let uses: () -> [Linear]
  override func forward(_ x: Tensor) -> Tensor { uses().reduce(x) { $1($0) } }
}

/// Puts layers into containers, and containers into containers, at random.
private func nested(_ layers: [Linear], depth: Int, using random: inout Random) -> Any {
  guard let first = layers.first else { return [Any]() }
  let half = layers.count / 2
  func part(_ layers: some Sequence<Linear>) -> Any {
    depth == 0
      ? Array(layers) as Any : nested(Array(layers), depth: depth - 1, using: &random)
  }
  let (a, b) = (layers[..<half], layers[half...])
  switch Int.random(in: 0..<10, using: &random) {
  case 0: return Pair(one: part(a), other: part(b))
  case 1: return (part(a), 3, name: part(b))
  case 2: return ["b": part(a), "a": part(b)] as [String: Any]
  case 3: return [part(a), part(b)] as [Any]
  case 4: return ArraySlice([0 as Any, part(a), part(b)])[1...]
  case 5: return Box(part(layers))
  case 6: return Optional.some(part(layers)) as Any
  case 7: return Sequential(layers.map { $0 as any Layer })
  case 8: return layers.dropFirst().reduce(Tree.leaf(first)) { .branches($0, .leaf($1)) }
  default: return [7: part(layers), 2: "nothing"] as [Int: Any]
  }
}

@Suite struct ContainersTests {
  @Test(arguments: 0..<200)
  func layersAreFoundInAnyNestingOfContainers(seed: UInt64) {
    var random = Random(seed: seed)
    let layers = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      Linear(2, 2, bias: false, using: &random)
    }
    let cut = Int.random(in: 0...layers.count, using: &random)
    let inherited = nested(Array(layers[..<cut]), depth: 3, using: &random)
    let own = nested(Array(layers[cut...]), depth: 3, using: &random)
    let net = Derived(inherited, own: own, use: layers)

    let wanted = Set(layers.map { ObjectIdentifier($0.weight) })
    #expect(Set(net.parameters.map(ObjectIdentifier.init)) == wanted)
    #expect(net.parameters.count == layers.count)
    #expect(Set(net.state.map(\.name)).count == layers.count)
    #expect(net.namedParameters.map(\.name) == net.namedParameters.map(\.name))
    _ = net(Tensor.ramp([1, 2]).on(Tape()))  // would stop if one were missing
  }

  @Test func theyAreCalledByTheWayToThem() {
    var random = Random(seed: 1)
    let layers = (0..<9).map { _ in Linear(1, 1, bias: false, using: &random) }
    let tree = Tree.branches(.leaf(layers[4]), .leaf(layers[5]))
    let net = Derived(
      Pair(one: layers[0], other: [layers[1]]),
      own: [
        "tuple": (layers[2], then: layers[3]), "tree": tree, "slice": layers[6..<7],
        "box": Box(layers[7]), "keys": [10: layers[8]],
      ] as [String: Any], use: layers)
    #expect(
      net.children.map(\.name) == [
        "inherited.one", "inherited.other.0", "own.box.content", "own.keys.10", "own.slice.0",
        "own.tree.branches.0.leaf", "own.tree.branches.1.leaf", "own.tuple.0", "own.tuple.then",
      ])
  }

  @Test func aSetHasNoOrder() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      struct Key: Hashable {
        let layer: ReLU
        static func == (a: Key, b: Key) -> Bool { a.layer === b.layer }
        func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(layer)) }
      }
      _ = Derived([], own: Set([Key(layer: ReLU())]), use: []).parameters
    }
    #expect(
      result?.lastWords
        == "Derived: own is a set, whose order differs from run to run; use an array")
  }

  @Test func manyNumbersAreNotSearchedOneByOne() {
    let net = Derived([Float](repeating: 0, count: 10_000_000), own: [], use: [])
    #expect(net.parameters.isEmpty)  // else this takes a minute
  }
}
