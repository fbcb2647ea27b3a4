#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// In `Float` but for the loss, which is a sum over the batch: a row adds up few positive terms, none of
// them above 1, and loses less by that than by rounding each probability.

extension KernelSet {
  /// The probabilities of each row of scores.
  public static func softmax(_ x: Buffer, classes: Int) -> Buffer {
    var p = x.scalars
    for row in rows(p, classes) {
      // Subtracting the maximum first changes no probability, and keeps exp from overflowing.
      let highest = p[row].max()!
      for i in row { p[i] = expf(p[i] - highest) }
      let sum = p[row].reduce(0, +)
      for i in row { p[i] /= sum }
    }
    return Buffer(p)
  }

  /// `y · (dy − Σ y · dy)`, row by row.
  public static func softmaxGradient(_ dy: Buffer, y: Buffer, classes: Int) -> Buffer {
    let (y, dy) = (y.scalars, dy.scalars)
    var dx = dy
    for row in rows(y, classes) {
      let mean = row.reduce(0.0) { $0 + Double(y[$1]) * Double(dy[$1]) }
      for i in row { dx[i] = Float(Double(y[i]) * (Double(dy[i]) - mean)) }
    }
    return Buffer(dx)
  }

  /// The mean negative log-likelihood of the labels, and all probabilities.
  public static func crossEntropy(_ logits: Buffer, _ labels: [Int]) -> (loss: Float, p: Buffer) {
    let x = logits.scalars
    let classes = x.count / labels.count
    var loss: Double = 0
    for (row, label) in zip(rows(x, classes), labels) {
      let highest = x[row].max()!
      let sum = row.reduce(0) { $0 + expf(x[$1] - highest) }
      loss += Double(logf(sum) - (x[row.lowerBound + label] - highest))
    }
    return (Float(loss / Double(labels.count)), softmax(logits, classes: classes))
  }

  /// `(p − one-hot) / N · dy`.
  public static func crossEntropyGradient(_ dy: Float, _ p: Buffer, _ labels: [Int]) -> Buffer {
    var dx = p.scalars
    let classes = dx.count / labels.count
    for (n, label) in labels.enumerated() { dx[n * classes + label] -= 1 }
    return Buffer(dx.map { $0 * dy / Float(labels.count) })
  }
}

/// The places of the numbers of each row.
private func rows(_ numbers: [Float], _ classes: Int) -> [Range<Int>] {
  stride(from: 0, to: numbers.count, by: classes).map { $0..<$0 + classes }
}
