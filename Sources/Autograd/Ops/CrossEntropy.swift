import Kernels

extension Shapes {
  /// `[N, classes]` and `N` labels, each below `classes`, give one number.
  public static func crossEntropy(_ logits: [Int], _ labels: [Int]) throws(SentenceError) -> [Int] {
    try expect(
      logits.count == 2 && logits[1] > 0,
      "crossEntropy: logits are \(logits), but should be one score per class, [N, classes]")
    try expect(
      logits[0] > 0, "crossEntropy: logits are \(logits), which hold no numbers to take a mean of")
    try expect(
      logits[0] == labels.count,
      "crossEntropy: logits are \(logits), so they have \(counted(logits[0], "row")); labels were given for \(labels.count)"
    )
    if let place = labels.firstIndex(where: { !(0..<logits[1]).contains($0) }) {
      throw SentenceError(
        "crossEntropy: label \(place) is \(labels[place]); logits are \(logits), which expects 0 to \(logits[1] - 1)"
      )
    }
    return []
  }
}

/// The mean negative log-likelihood of the right classes, where `p = softmax(logits)`.
///
/// - Parameters:
///   - logits: one row per example, one score per class, `[N, classes]`.
///   - labels: the right class of each example.
/// - Returns: one number, the mean of `−log p` where `p` is the probability given to the right class.
public func crossEntropy(_ logits: Tensor, _ labels: [Int]) -> Tensor {
  let shape = fitting(try Shapes.crossEntropy(logits.shape, labels), of: [logits])
  let (loss, p) = kernels.crossEntropy(logits.buffer, labels)
  return Tensor(Buffer([loss]), shape: shape).recorded(
    as: .crossEntropy,
    [
      // (softmax − one-hot) / N
      .wrt(logits) { dy in kernels.crossEntropyGradient(dy.scalars[0], p, labels) }
    ])
}

extension Tape.Operation {
  /// The kind of `crossEntropy`.
  public static let crossEntropy = Self("crossEntropy")
}
