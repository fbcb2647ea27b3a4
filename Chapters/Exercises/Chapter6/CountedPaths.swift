import Chapter6Net
import Exercising
import Autograd

extension Exercise {
  static let countedPaths = Exercise(
    "counted-paths", chapter: 6, .predict, "How many paths",
    questions: [
      "the paths through the blocks of StackedNet(depth: 22)",
      "those that go through the branches of exactly five blocks",
    ],
    symptom: """
      At each block a path goes through the branch or past it. How many paths lead through the blocks of a residual \
      net of 22 layers, and how many of them go through exactly five branches?
      """,
    hints: """
      First the blocks: the depth is 4n + 2, with two stages of n blocks. The first and the last layer are outside.

      Print `net.blocks.count`. Each block doubles the number of paths.

      Ten blocks make 2¹⁰ = 1,024 paths, and five of ten can be chosen in 252 ways.
      """,
    story: """
      Two thirds of the paths go through four to six branches. Chapter 6 measures that the gradient comes along the shorter \
      ones.
      """
  ) { probe in
    var random = probe.random
    let blocks = StackedNet(depth: 22, isResidual: true, using: &random).blocks.count
    // The row of Pascal's triangle: with each block a path is one longer, or as long as before.
    let counts = (0..<blocks).reduce([1]) { row, _ in zip(row + [0], [0] + row).map(+) }
    probe.tell(
      "the paths through the blocks of StackedNet(depth: 22)", counts.reduce(0, +))
    probe.tell("those that go through the branches of exactly five blocks", counts[5])
  }
}
