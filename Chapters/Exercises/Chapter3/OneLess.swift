import Autograd
import Exercising
import Layers

extension Exercise {
  static let oneLess = Exercise(
    "one-less", chapter: 3, .find, "A variance that is a little too small",
    file: "Sources/Layers/BatchNorm2D.swift",
    original: """
            + (share * count / (count - 1)) * Tensor(variance, shape: [variance.count])
      """,
    given: """
            + share * Tensor(variance, shape: [variance.count])
      """,
    symptom: """
      After a batch of the numbers 10, 12, 14 and 16 the running variance of a norm with momentum 0.1 is 1.4 \
      and should be 1.5667. After a batch of 50 pictures nobody sees a difference, and the same test digits \
      are recognized: 0.944, 0.956 and 0.950 of them (seeds 1, 2 and 3), with the bug or without.
      """,
    failure: "the running variance of 2 numbers",
    hints: """
      Use the smallest batch there is: two numbers per channel.

      Print the running variance after one batch of 2, of 4 and of 50,000 numbers, for data of variance 1.

      Distances from a batch's own mean are too small by the share (n − 1) / n, so the running variance is \
      multiplied by count / (count − 1).
      """,
    story: """
      The factor is 2 for two numbers and 1.00002 for a whole batch of pictures. It matters where a net ends with \
      one pixel and batches are small.
      """,
    source: "mlx, issue 3817; FastNN, issue 11",
    figure: .bars(
      "The running variance of numbers with variance 1, over 400 batches",
      of: "the running variances of numbers with variance 1", ["2 a batch", "4", "8", "64"]),
    training: { $0.tell(.withNorms, of: normalizedNet) }
  ) { probe in
    var random = probe.random
    for pixels in [[1, 1], [2, 2], [8, 8]] {
      let norm = BatchNorm2D(2)
      _ = norm(Tensor.normal([2, 2] + pixels, mean: 5, deviation: 2, using: &random).on(Tape()))
      let count = 2 * pixels[0] * pixels[1]
      probe.tell("the running mean of \(count) numbers", norm.runningMean)
      probe.tell("the running variance of \(count) numbers", norm.runningVariance)
    }
    let variances = [2, 4, 8, 64].map { count in
      let norm = BatchNorm2D(1, momentum: nil)
      for _ in 0..<400 { _ = norm(Tensor.normal([count, 1, 1, 1], using: &random).on(Tape())) }
      return norm.runningVariance.scalars[0]
    }
    probe.tell("the running variances of numbers with variance 1", variances)
  }
}
