import Autograd
import Exercising
import Layers

extension Exercise {
  static let inheritedLayer = Exercise(
    "inherited-layer", chapter: 4, .find, "A layer that nobody trains",
    file: "Sources/Layers/Reflection.swift",
    original: """
          if let inherited = mirror.superclassMirror { searchProperties(inherited, prefix, isOptional) }
      """,
    given: "",
    symptom: """
      A net inherits a layer from its superclass. It has 8 parameters where 28 are right, and stops at its first \
      step:
        … it uses weight [4, 4] of Linear, which is not among its parameters, so it would be neither trained nor saved …
      """,
    failure: "which is not among its parameters",
    hints: """
      How does a net know its parameters? Layer.swift says it in one sentence.

      Print `net.namedParameters` and `Mirror(reflecting: net).children.map(\\.label)`.

      A mirror shows the properties of its own class only; those of the superclass are in `superclassMirror`, and \
      come first.
      """,
    story: """
      Found by reflection is found only where one looks. The engine compares what a net has used with what it lists, \
      and stops; without that the layer would have kept its first weights for ever.
      """
  ) { probe in
    var random = probe.random
    let net = Heir(using: &random)
    probe.tell("the names of the parameters", words: net.namedParameters.map(\.name))
    probe.tell("the parameters", net.parameterCount)
    let scores = net(Tensor.uniform([3, 4], in: -1...1, using: &random).on(Tape()))
    probe.tell("the scores", scores)
  }
}

/// A net with one layer of its own and one that it inherits.
private final class Heir: Ancestor {
  let last: Linear

  override init(using random: inout Random) {
    last = Linear(4, 2, bias: false, using: &random)
    super.init(using: &random)
  }

  override func forward(_ x: Tensor) -> Tensor { last(super.forward(x)) }
}

private class Ancestor: Layer {
  let first: Linear

  init(using random: inout Random) { first = Linear(4, 4, using: &random) }

  func forward(_ x: Tensor) -> Tensor { relu(first(x)) }
}
