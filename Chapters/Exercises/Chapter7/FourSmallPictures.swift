import Datasets
import Autograd
import Chapter7Blocks
import Exercising

extension Exercise {
  static let fourSmallPictures = Exercise(
    "four-small-pictures", chapter: 7, .find, "Four small pictures for a large one",
    file: "Chapters/Chapter7/Blocks/UNet.swift",
    original: """
        let pixels = x.reshaped([n, c, h, 1, w, 1]) * Tensor.ones([1, 1, 1, 2, 1, 2])
      """,
    given: """
        let pixels = x.reshaped([n, c, 1, h, 1, w]) * Tensor.ones([1, 1, 2, 1, 2, 1])
      """,
    symptom: """
      `twiceAsLarge` makes [1, 2, 1, 2] of the row [1, 2], and should make [1, 1, 2, 2]. Its shape is right, and so is the \
      sum of its numbers.
      """,
    failure: "the enlarged picture",
    hints: """
      The last reshape puts neighboring axes together. Which of the two moves faster, the pixel or its copy?

      Print `twiceAsLarge` of a picture of 2 × 2 with the numbers 1 to 4.

      Copies of a pixel must lie beside it, so the axis of the copies comes behind that of the pixels: \
      [n, c, h, 1, w, 1].
      """,
    story: """
      A reshape never fails if the count is right. Test it with numbers that are all different, and look at where they \
      have gone.
      """,
    figure: .pictures(
      "A digit, enlarged from 28 × 28 to 56 × 56", of: "an enlarged digit", width: 56)
  ) { probe in
    var random = probe.random
    let x = Tape().watch(Tensor.uniform([2, 3, 4, 2], in: -1...1, using: &random))
    let y = twiceAsLarge(x)
    probe.tell("the shape", y.shape)
    probe.tell("the enlarged picture", y)
    let factors = Tensor.uniform(y.shape, in: -1...1, using: &random)
    probe.tell(gradient: "x", (factors * y).sum().backward()[x])
    let digit = DrawnDigits.dataset(training: 1, test: 0, seed: probe.seed).training.picture(at: 0)
    let image = Tensor(digit.map(Float.init), shape: [1, 1, 28, 28])
    probe.tell("an enlarged digit", twiceAsLarge(image))
  }
}
