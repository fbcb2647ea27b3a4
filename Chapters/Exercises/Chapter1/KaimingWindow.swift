import Autograd
import Exercising
import Layers

extension Exercise {
  static let kaimingWindow = Exercise(
    "kaiming-window", chapter: 1, .find, "Numbers that triple with each layer",
    file: "Sources/Layers/Initialization.swift",
    original: "let window = shape.dropFirst(2).reduce(1, *)",
    given: "let window = 1",
    symptom: """
      Ten convolutions of 3 × 3 with 16 channels and ReLUs between them, begun with `.kaimingNormal`: numbers \
      whose size was about 1 are 42,800 at the end, where 0.724 is right (seed 1). Linear layers begin as they \
      should.
      """,
    failure: "the variance of [16, 8, 3, 3]",
    hints: """
      `fanIn` is how many products are added up to one output. For a linear layer that is the number of \
      inputs. And for a convolution?

      Print the size (the root of the mean square) of what each of the ten layers returns. By what factor \
      does it grow?

      A window has channels · height · width products: `shape.dropFirst(2).reduce(1, *)` is the number of its \
      pixels.
      """,
    story: """
      With windows of one pixel nothing is wrong, and behind a batch norm the error is hidden: a norm \
      divides by any scale. So it is the nets without norms that need the right start.
      """,
    figure: .curve(
      "Numbers grow from convolution to convolution", of: "the size behind each convolution",
      x: "convolution", y: "size behind it", isLogarithmic: true)
  ) { probe in
    var random = probe.random
    for shape in [[16, 12], [16, 12, 1, 1], [16, 8, 3, 3], [8, 16, 5, 5]] {
      let weights = Initialization.kaimingUniform.weight(shape, using: &random)
      probe.tell("the variance of \(shape)", (weights * weights).mean().scalars)
    }
    probe.tellTenConvolutions()
  }
}
