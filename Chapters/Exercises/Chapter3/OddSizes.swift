import Autograd
import Chapter3Blocks
import Exercising

extension Exercise {
  static let oddSizes = Exercise(
    "odd-sizes", chapter: 3, .predict, "Odd sizes",
    questions: [
      "the shape that Residual(3, 6, stride: 2) returns for [1, 3, 7, 9]",
      "the shape behind three such halvings of 28 × 28, height and width",
    ],
    symptom: """
      A window of 3 × 3 with padding 1 on the branch, a window of 1 × 1 without padding on the shortcut, both \
      with stride 2. What does `Residual(3, 6, stride: 2)` return for [1, 3, 7, 9]? And which height and width \
      are left of 28 × 28 after three halvings?
      """,
    hints: """
      The shortcut is easier to count: where do windows of one pixel stand if they move by two?

      Print `try Shapes.conv2D([1, 3, 7, 9], [6, 3, 3, 3], stride: 2, padding: 1)`.

      Both round up: ⌈7 / 2⌉ = 4 and ⌈9 / 2⌉ = 5, so [1, 6, 4, 5]; 28 becomes 14, 7 and 4.
      """,
    story: """
      Branch and shortcut round in the same way for every size, odd or even; otherwise their sum would refuse \
      some pictures and not others.
      """
  ) { probe in
    var random = probe.random
    let block = Residual(3, 6, stride: 2, using: &random)
    probe.tell(
      "the shape that Residual(3, 6, stride: 2) returns for [1, 3, 7, 9]",
      block(.zeros([1, 3, 7, 9])).shape)
    let halves = (0..<3).map { _ in Residual(1, 1, stride: 2, using: &random) }
    let shape = halves.reduce(Tensor.zeros([1, 1, 28, 28])) { $1($0) }.shape
    probe.tell(
      "the shape behind three such halvings of 28 × 28, height and width", Array(shape[2...]))
  }
}
