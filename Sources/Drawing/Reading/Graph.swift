import Autograd
import Layers

/// A net's computation graph, read from the tape of one forward pass: operations, the layers they belong
/// to, their parameters and the shapes of their results.
public struct Graph: Sendable {
  /// What figures call it; the type of the net, `ResNet`, unless it is given another name.
  public var name: String
  /// The operations that the output depends on, sorted topologically: each after its inputs.
  public var nodes: [Node]

  /// The number of elements of all parameters, shared ones counted once.
  public var parameterCount: Int { parameterCount(of: nodes.indices) }
}

extension Graph {
  /// The graph of `net`, found by running it once, in evaluation mode, on random numbers.
  ///
  /// - Parameter input: the shape of the input, `[N, C, H, W]` for images.
  public init(of net: some Layer, input: [Int]) {
    var random = Random(seed: 1)
    let tape = Tape(.evaluation)
    let y = net(tape.watch(.normal(input, using: &random)))
    require(y.tape === tape, "Graph: what \(type(of: net)) returns was not computed from its input")
    self.init(of: net, tape: tape, output: y.line!, magnitudes: nil)
  }

  /// The graph of a forward pass of `net` up to `loss`, with the root mean square of every value and of
  /// every gradient.
  ///
  /// - Parameter loss: a single number on a tape that keeps values: `Tape(keepsValues: true)`.
  public init(of net: some Layer, loss: Tensor) {
    guard let tape = loss.tape, let line = loss.line else {
      stop("Graph: the loss is not on a tape; give the net `tape.watch(x)`")
    }
    self.init(of: net, tape: tape, output: line, magnitudes: GradientMagnitudes(loss))
  }

  init(of net: any Layer, tape: Tape, output: Int, magnitudes: GradientMagnitudes?) {
    self.init(of: net, tape: tape, outputs: [output], magnitudes: magnitudes) { _, _ in nil }
  }

  /// - Parameter last: one more node, from the nodes by lines and the weights by lines.
  init(
    of net: any Layer, tape: Tape, outputs: [Int], magnitudes: GradientMagnitudes?,
    last: (_ places: [Int: Int], _ names: Names) -> Node?
  ) {
    let names = Names(of: net)
    let parameters = tape.usedParameters
    var places: [Int: Int] = [:]  // from lines of the tape to nodes
    var nodes: [Node] = []
    // What is computed from parameters alone, such as a scaled or normalized weight, is part of the operation
    // that uses it: here are the parameters of such lines.
    var ofWeights: [Int: [Int]] = [:]
    for number in dependencies(of: outputs, tape.lines) where parameters[number] == nil {
      let line = tape.lines[number]
      let used = line.inputs.flatMap { ofWeights[$0] ?? [$0] }.unique
      if !used.isEmpty, used.allSatisfy({ parameters[$0] != nil }), !outputs.contains(number) {
        ofWeights[number] = used
        continue
      }
      places[number] = nodes.count
      nodes.append(
        Node(
          line: number, operation: line.operation, settings: line.settings, shape: line.shape,
          inputs: line.inputs.compactMap { places[$0] },
          weights: names.weights(used, parameters, magnitudes),
          scope: names.modules(line.scope), value: line.value.map(rootMeanSquare),
          gradient: magnitudes?.gradients[number],
          flows: line.inputs.compactMap { input in
            places[input].map { _ in magnitudes?.flows[.init(from: number, to: input)] }
          }))
    }
    if let last = last(places, names) { nodes.append(last) }
    let sizes = nodes.flatMap(\.scope).reduce(into: [:]) { $0[$1.call, default: 0] += 1 }
    for i in nodes.indices {
      nodes[i].frameDepth =
        nodes[i].scope.firstIndex { sizes[$0.call] == 1 } ?? nodes[i].scope.count
    }
    (name, self.nodes) = ("\(type(of: net))", nodes)
  }

  func parameterCount(of nodes: some Sequence<Int>) -> Int {
    var seen: Set<Int> = []
    return nodes.flatMap { self.nodes[$0].weights }
      .filter { seen.insert($0.line).inserted }.reduce(0) { $0 + $1.count }
  }
}

extension Names {
  /// The parameters among these lines.
  func weights(_ lines: [Int], _ parameters: [Int: Parameter], _ magnitudes: GradientMagnitudes?)
    -> [Weight]
  {
    lines.compactMap { line in
      parameters[line].map {
        Weight(
          line: line, name: name(of: $0), shape: $0.value.shape,
          gradient: magnitudes?.gradients[line])
      }
    }
  }
}

extension [Int] {
  /// Each number where it comes first.
  fileprivate var unique: [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}

/// The lines that `outputs` depend on, and themselves, ascending.
private func dependencies(of outputs: [Int], _ lines: [Tape.Line]) -> [Int] {
  var isNeeded = [Bool](repeating: false, count: (outputs.max() ?? -1) + 1)
  for output in outputs { isNeeded[output] = true }
  for number in isNeeded.indices.reversed() where isNeeded[number] {
    for input in lines[number].inputs { isNeeded[input] = true }
  }
  return isNeeded.indices.filter { isNeeded[$0] }
}
