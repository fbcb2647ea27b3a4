import Autograd

/// A small expression, recorded on a tape that keeps its values, and what flows back along it.
package struct RecordedExpression {
  /// The expressions of the lab.
  package enum Kind: Int, CaseIterable {
    /// relu(w · x + b)
    case neuron
    /// x · x + x
    case square
    /// x + v · tanh(w · x)
    case residual
    /// sum(relu(w · x)), of rows of three numbers
    case row

    /// How many numbers each tensor has.
    var length: Int { self == .row ? 3 : 1 }

    /// How many tensors are given: x, then the parameters in the order in which they come on the tape.
    package var inputs: Int { [3, 1, 3, 2][rawValue] }
  }

  /// A contribution to the gradient of a line.
  package struct Contribution {
    package let from, to: Int
    /// What flows from one line to the other.
    package let gradient: Tensor
    /// With what has come to that line before.
    package let total: Tensor
  }

  /// What was recorded.
  package let lines: [Tape.Line]
  /// In the order in which they flow.
  package let contributions: [Contribution]

  /// - Parameters:
  ///   - numbers: those of x, then those of each parameter.
  ///   - isWatched: whether x requires a gradient.
  package init(_ kind: Kind, _ numbers: [Float], isWatched: Bool) {
    let length = kind.length
    let tensors = (0..<kind.inputs).map { i in
      let own = Array(numbers[i * length..<(i + 1) * length])
      return kind == .row ? Tensor(own, shape: [length]) : Tensor(own[0])
    }
    let parameters = tensors.dropFirst().map { Parameter($0) }
    let tape = Tape(keepsValues: true)
    let x = isWatched ? tape.watch(tensors[0]) : tensors[0].on(tape)
    func parameter(_ i: Int) -> Tensor { parameters[i].on(tape) }
    let y =
      switch kind {
      case .neuron: relu(parameter(0) * x + parameter(1))
      case .square: x * x + x
      case .residual: x + parameter(0) * tanh(parameter(1) * x)
      case .row: relu(parameter(0) * x).sum()
      }
    var contributions: [Contribution] = []
    _ = y.backward { flow in
      let before = contributions.last { $0.to == flow.to }
      let total = before.map { $0.total + flow.gradient } ?? flow.gradient
      contributions.append(
        Contribution(from: flow.from, to: flow.to, gradient: flow.gradient, total: total))
    }
    self.contributions = contributions
    lines = tape.lines
  }
}
