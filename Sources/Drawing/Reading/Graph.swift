import Autograd
import Layers

/// What a net computed, read from the tape: operations, the layers they happened inside, what they
/// learn, and the shapes of their results.
///
/// Nobody describes the net. It is run once, and the tape tells.
public struct Graph: Sendable {
  /// What kind of net it is: `ResNet`.
  public let name: String
  /// In the order of the tape: each comes after those it was computed from.
  ///
  /// What the output does not depend on is left out.
  public var operations: [Operation]

  /// How many numbers the net learns, those used several times counted once.
  public var parameterCount: Int { parameterCount(of: operations.indices) }
}

extension Graph {
  /// The graph of `net`, found by running it once on random numbers of this shape.
  ///
  /// The net is used, not taught: it is the same afterwards.
  ///
  /// - Parameter input: the shape of what the net is given, `[N, C, H, W]` for images.
  public init(of net: some Layer, input: [Int]) {
    var random = Random(seed: 1)
    let tape = Tape(.evaluation)
    let y = net(tape.watch(.normal(input, using: &random)))
    require(y.tape === tape, "Graph: what \(type(of: net)) returns was not computed from its input")
    self.init(of: net, tape: tape, output: y.line!, sizes: nil)
  }

  /// The graph of what `net` did on the way to `loss`, and how large each value and each gradient is.
  ///
  /// - Parameter loss: one number on a tape that keeps values: `Tape(keepsValues: true)`.
  public init(of net: some Layer, loss: Tensor) {
    guard let tape = loss.tape, let line = loss.line else {
      fatalError("Graph: the loss is not on a tape; give the net `tape.watch(x)`")
    }
    self.init(of: net, tape: tape, output: line, sizes: Sizes(loss))
  }

  private init(of net: any Layer, tape: Tape, output: Int, sizes found: Sizes?) {
    let names = Names(of: net)
    let parameters = tape.usedParameters
    var places: [Int: Int] = [:]  // from lines of the tape to operations
    var operations: [Operation] = []
    for number in needed(for: output, tape.lines) where parameters[number] == nil {
      let line = tape.lines[number]
      places[number] = operations.count
      operations.append(
        Operation(
          line: number, name: line.operation.title, settings: line.settings, shape: line.shape,
          inputs: line.inputs.compactMap { places[$0] },
          weights: line.inputs.compactMap { input in
            parameters[input].map {
              Weight(
                line: input, name: names.name(of: $0), shape: $0.value.shape,
                gradient: found?.gradients[input])
            }
          },
          scope: names.modules(line.scope), value: line.value.map(size),
          gradient: found?.gradients[number],
          flows: line.inputs.compactMap { input in
            places[input].map { _ in found?.flows[Sizes.Way(from: number, to: input)] }
          }))
    }
    let sizes = operations.flatMap(\.scope).reduce(into: [:]) { $0[$1.call, default: 0] += 1 }
    for i in operations.indices {
      operations[i].frameDepth =
        operations[i].scope.firstIndex { sizes[$0.call] == 1 } ?? operations[i].scope.count
    }
    (name, self.operations) = ("\(type(of: net))", operations)
  }

  func parameterCount(of operations: some Sequence<Int>) -> Int {
    var seen: Set<Int> = []
    return operations.flatMap { self.operations[$0].weights }
      .filter { seen.insert($0.line).inserted }.reduce(0) { $0 + $1.count }
  }
}

/// The lines that `output` depends on, and itself, in order.
private func needed(for output: Int, _ lines: [Tape.Line]) -> [Int] {
  var isNeeded = [Bool](repeating: false, count: output + 1)
  isNeeded[output] = true
  for number in isNeeded.indices.reversed() where isNeeded[number] {
    for input in lines[number].inputs { isNeeded[input] = true }
  }
  return isNeeded.indices.filter { isNeeded[$0] }
}
