import Datasets
import Exercising

extension Exercise {
  static let transposedDigits = Exercise(
    "transposed-digits", chapter: 2, .predict, "Two digits transposed",
    questions: ["the standard deviation of what the net is shown, with the notebook's 0.3801"],
    symptom: """
      The standard deviation of MNIST's pixels is 0.3081, and the notebook divides by 0.3801. Which standard \
      deviation has what its net is shown? Two digits will do.
      """,
    hints: """
      The notebook takes the mean 0.1307 away first. Does that change the standard deviation?

      Print the standard deviation of a large batch for both, if you have the digits.

      All numbers are divided by the same: 0.3081 / 0.3801 = 0.81.
      """,
    story: """
      A fifth too small, and it does no harm here: the first convolution learns another scale. Chapter 2 keeps \
      the notebook's number, so that its losses can be compared.
      """,
    source:
      "the MNIST notebook of this book, and before it PyTorch's MNIST example, where it is 0.3081"
  ) { probe in
    let shown = Normalize(mean: 0.1307, deviation: 0.3801)([0, 255])
    let scale = Double(shown[1] - shown[0])
    probe.tell(
      "the standard deviation of what the net is shown, with the notebook's 0.3801",
      0.3081 * scale, within: 0.004)
  }
}
