import Exercising
import Kernels

extension Exercise {
  static let highestFirst = Exercise(
    "highest-first", chapter: 2, .find, "A net that is sure has an infinite loss",
    file: "Sources/Kernels/Reference/CrossEntropy.swift",
    original: """
            let sum = row.reduce(0) { $0 + expf(x[$1] - highest) }
            loss += Double(logf(sum) - (x[row.lowerBound + label] - highest))
      """,
    given: """
            let sum = row.reduce(0) { $0 + expf(x[$1]) }
            loss += Double(logf(sum) - x[row.lowerBound + label])
      """,
    symptom: """
      For the scores [0, 100] the loss is infinite, whichever class is right; it should be 0 for the second and \
      100 for the first. For scores from −50 to 50 nothing is wrong.
      """,
    failure: "the loss of scores up to 1000",
    hints: """
      No score is infinite and no probability is zero. What lies between scores and loss?

      Print expf(88), expf(89) and expf(100).

      Softmax does not change if all scores of a row move together, so take the highest away first: then no \
      exponential is above 1.
      """,
    story: """
      log p is computed as score − highest − log of the sum, without ever dividing. Written as log(softmax) a \
      probability of 0 would have given −∞ as well.
      """,
    figure: .curve(
      "The loss of the scores 0 and s, if the first is right, ends at s = 88",
      of: "the loss of the scores 0 and s", x: "s", y: "loss",
      at: stride(from: 8, to: 121, by: 8).map { $0 })
  ) { probe in
    var random = KernelNumbers(seed: probe.seed)
    for scale: Float in [1, 50, 1000, 10_000] {
      let scores = Buffer(random.numbers(30).map { $0 * scale })
      let (loss, p) = Reference.crossEntropy(scores, [0, 3, 9])
      probe.tell("the loss of scores up to \(Int(scale))", Double(loss))
      probe.tell("the probabilities of scores up to \(Int(scale))", p.scalars)
    }
    let losses = stride(from: Float(8), to: 121, by: 8).map { score in
      Double(Reference.crossEntropy(Buffer([0, score]), [0]).loss)
    }
    probe.tell("the loss of the scores 0 and s", losses)
  }
}
