import Autograd
import Chapter4Net
import Exercising
import Layers

extension Exercise {
  static let stageShapes = Exercise(
    "stage-shapes", chapter: 4, .predict, "A column of the table",
    questions: [
      "the shape behind the stem of ResNet-18 for [1, 1, 64, 64]",
      "the shape behind its last stage",
    ],
    symptom: """
      The table of chapter 4 has a column for 224 × 224 and one for 96 × 96. What would it say for 64 × 64, behind \
      the stem and behind the last stage?
      """,
    hints: """
      The stem is a convolution with stride 2 and a pooling with stride 2; of the four stages, three halve.

      Print `net.children.prefix(4).reduce(x) { $1.layer($0) }.shape`.

      64, 32, 16 behind the stem, with 64 channels; then 16, 8, 4, 2 with 512 at last: [1, 64, 16, 16] and \
      [1, 512, 2, 2].
      """,
    story: """
      The last pooling takes the mean of whatever is left, so no layer depends on the size. From 32 × 32 on a \
      single pixel is left, and a norm in training mode needs more than one image.
      """
  ) { probe in
    var random = probe.random
    let net = ResNet(using: &random)
    var x = Tensor.zeros([1, 1, 64, 64])
    for (i, child) in net.children.prefix(8).enumerated() {
      x = child.layer(x)
      if i == 3 { probe.tell("the shape behind the stem of ResNet-18 for [1, 1, 64, 64]", x.shape) }
    }
    probe.tell("the shape behind its last stage", x.shape)
  }
}
