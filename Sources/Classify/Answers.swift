import Autograd

/// The output of a net for one picture: a score and a probability for each class.
struct Answers {
  struct Answer: Encodable {
    let `class`: Int
    let name: String
    let probability: Float
  }

  /// The most probable classes, in order.
  let answers: [Answer]
  /// The scores, one for each class; their `softmax` are the probabilities.
  let logits: [Float]

  /// - Parameter logits: `[1, classes]`.
  /// - Throws: `SentenceError` if they are not finite.
  init(_ logits: Tensor, names: ClassNames, top: Int) throws {
    self.logits = logits.scalars
    guard self.logits.allSatisfy(\.isFinite) else {
      throw SentenceError(
        "the net's scores for this picture are no finite numbers, so its weights are of no use")
    }
    let probabilities = softmax(logits).scalars
    let likeliest = probabilities.indices.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    answers = likeliest.prefix(top).map {
      Answer(class: $0, name: names[$0], probability: probabilities[$0])
    }
  }
}
