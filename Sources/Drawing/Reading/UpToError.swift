import Autograd
import Layers
import Plots
import Sentences

/// Nets whose shapes do not fit: what was computed, and the operation at which that ended.
extension Graph {
  /// The graph of a net up to the operation whose shapes do not fit, which is its last node and has the
  /// `refusal`; if all fit, the whole graph.
  ///
  /// The net is run on random numbers, on a thread of its own, in evaluation mode. The program goes on.
  ///
  /// - Parameter input: the shape of the input, `[N, C, H, W]` for images.
  public init(upToErrorOf net: some Layer, input: [Int]) {
    var random = Random(seed: 1)
    let tape = Tape(.evaluation)
    let x = tape.watch(.normal(input, using: &random))
    nonisolated(unsafe) var output: Int?
    let sentence = Attempt.sentence { output = net(x).line }
    guard let sentence else {
      guard let output else { stop("Graph: what \(type(of: net)) returns is not on a tape") }
      self.init(of: net, tape: tape, output: output, magnitudes: nil)
      return
    }
    // A sentence of the net itself ends it behind what was computed last.
    let operation = tape.refusal?.operation ?? .init("\(type(of: net))")
    let given = tape.refusal?.inputs ?? [tape.lines.count - 1]
    let inputs = given.filter { tape.usedParameters[$0] == nil }
    self.init(of: net, tape: tape, outputs: inputs, magnitudes: nil) { places, names in
      var node = Node(
        line: tape.lines.count, operation: operation, settings: [:], shape: [],
        inputs: inputs.compactMap { places[$0] },
        weights: names.weights(given, tape.usedParameters, nil),
        scope: names.modules(tape.refusal?.scope ?? []), value: nil, gradient: nil, flows: [])
      node.refusal = sentence
      return node
    }
  }

  /// The sentence of the operation at which the graph ends because its shapes do not fit.
  public var refusal: String? { nodes.last?.refusal }
}

extension Diagram {
  /// Says for screen readers what the last node's box says if its shapes do not fit.
  mutating func describe(refusalOf graph: Graph) {
    guard let sentence = graph.refusal else { return }
    description += " It ends at an operation whose shapes do not fit. " + sentence
  }
}

/// The words of a sentence in lines of at most so many letters, where words allow.
func wrapped(_ sentence: String, to length: Int) -> [String] {
  sentence.split(separator: " ").reduce(into: [""]) { lines, word in
    let last = lines[lines.count - 1]
    if last.isEmpty {
      lines[lines.count - 1] = String(word)
    } else if last.count + 1 + word.count <= length {
      lines[lines.count - 1] += " \(word)"
    } else {
      lines.append(String(word))
    }
  }
}
