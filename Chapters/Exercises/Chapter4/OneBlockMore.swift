import Autograd
import Chapter4Net
import Exercising
import Layers

extension Exercise {
  static let oneBlockMore = Exercise(
    "one-block-more", chapter: 4, .find, "ResNet-26",
    file: "Chapters/Chapter4/Net/Stage.swift",
    original: """
        let others = (1..<blocks).map { _ in
          Residual(outChannels, outChannels, using: &random)
      """,
    given: """
        let others = (0..<blocks).map { _ in
          Residual(outChannels, outChannels, using: &random)
      """,
    symptom: """
      The net that should be ResNet-18 has 26 layers on its longest path and 17,451,018 parameters, where 11,178,378 \
      are right. All shapes are those of the table, and it learns.
      """,
    failure: "the blocks of a stage of 1",
    hints: """
      26 is 18 + 4 · 2. What is too many, and how often?

      Print the net: how many blocks does each stage have?

      The first block is one of them, so the others are `1..<blocks`.
      """,
    story: """
      A net with too many layers learns, and costs half as much again. Depth and count of parameters are two numbers \
      that a paper tells, so compare both.
      """,
    source: "LibTorch-ResNet-CIFAR, issue 5"
  ) { probe in
    var random = probe.random
    for blocks in 1...3 {
      let stage = stage(from: 4, to: 8, blocks: blocks, using: &random)
      probe.tell("the blocks of a stage of \(blocks)", stage.layers.count)
      probe.tell("the depth of a stage of \(blocks)", Survey(of: stage, input: [1, 4, 6, 6]).depth)
    }
  }
}
