import Autograd
import Chapter4Net
import Exercising
import Layers

extension Exercise {
  static let invertedStride = Exercise(
    "inverted-stride", chapter: 4, .find, "Five times the work",
    file: "Chapters/Chapter4/Net/Stage.swift",
    original: "stride: changes ? 2 : 1, using: &random)",
    given: "stride: changes ? 1 : 2, using: &random)",
    symptom: """
      ResNet-18 takes 1,614.5 million multiply-adds for an image of 96 × 96, and should take 318.7. Its depth is 18, \
      the ten scores are there, and it has 11,182,538 parameters where 11,178,378 are right.
      """,
    failure: "the shape behind stage 1",
    hints: """
      What comes out has the right shape whatever the pixels in between, since the last pooling takes all of them.

      Print the shape behind each stage for [1, 1, 96, 96], and compare with the table of chapter 4.

      The first stage keeps channels and pixels; the others change both: a stage halves where its channels \
      change.
      """,
    story: """
      The shape of the result proves nothing about a net that ends with a mean over all pixels. Test the shapes in \
      between.
      """,
    source: "annotated_deep_learning_paper_implementations (labml), issues 83 and 205"
  ) { probe in
    var random = probe.random
    let stages = [(8, 8), (8, 16), (16, 32)].map {
      stage(from: $0, to: $1, blocks: 2, using: &random)
    }
    var x = Tensor.uniform([2, 8, 12, 12], in: -1...1, using: &random)
    for (i, stage) in stages.enumerated() {
      x = stage(x)
      probe.tell("the shape behind stage \(i + 1)", x.shape)
      probe.tell("the parameters of stage \(i + 1)", stage.parameterCount)
    }
    probe.tell("the output", x)
  }
}
