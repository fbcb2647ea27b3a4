import Autograd
import Chapter4Net
import Exercising
import Layers

extension Exercise {
  static let repeatedBlock = Exercise(
    "repeated-block", chapter: 4, .find, "ResNet-34 in the memory of ResNet-18",
    file: "Chapters/Chapter4/Net/Stage.swift",
    original: """
        let others = (1..<blocks).map { _ in
          Residual(outChannels, outChannels, using: &random)
        }
      """,
    given: """
        let others = Array(
          repeating: Residual(outChannels, outChannels, using: &random), count: blocks - 1)
      """,
    symptom: """
      ResNet-34 has 34 layers on its longest path and 11,178,378 parameters: exactly as many as ResNet-18. It should \
      have 21,290,250. Nothing else is wrong, and it learns.
      """,
    failure: "the parameters of a stage of 3",
    hints: """
      Two numbers do not go together. Which layers can be on a path twice?

      Print `ObjectIdentifier(block)` for each block of a stage of four.

      `Array(repeating:count:)` evaluates its element once, and a layer is a class: make a new block for each, with \
      `map`.
      """,
    story: """
      In stages of two blocks nothing shows, since one repeated block is one block: ResNet-18 is right.
      """,
    source: """
      dlwpt-code, issue 89, a book's residual net of ten blocks with one set of weights; Liger-Kernel, issue 269
      """
  ) { probe in
    var random = probe.random
    for blocks in [2, 3, 5] {
      let stage = stage(from: 4, to: 8, blocks: blocks, using: &random)
      probe.tell("the layers of a stage of \(blocks)", stage.layers.count)
      probe.tell("the parameters of a stage of \(blocks)", stage.parameterCount)
    }
  }
}
