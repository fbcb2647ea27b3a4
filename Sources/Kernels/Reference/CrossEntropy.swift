#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Reference {
  public static func crossEntropy(_ logits: Buffer, _ labels: [Int]) -> (loss: Float, p: Buffer) {
    var p = logits.scalars
    let classes = p.count / labels.count
    var loss: Double = 0
    for (n, label) in labels.enumerated() {
      let row = n * classes..<(n + 1) * classes
      let right = p[row.lowerBound + label]
      // Taking the highest away first changes no probability, and keeps exp from overflowing.
      let highest = p[row].max()!
      for i in row { p[i] = exp(p[i] - highest) }
      let sum = p[row].reduce(0, +)
      for i in row { p[i] /= sum }
      loss += Double(log(sum) - (right - highest))
    }
    return (Float(loss / Double(labels.count)), Buffer(p))
  }

  public static func crossEntropyGradient(_ dy: Float, _ p: Buffer, _ labels: [Int]) -> Buffer {
    var dx = p.scalars
    let classes = dx.count / labels.count
    for (n, label) in labels.enumerated() { dx[n * classes + label] -= 1 }
    return Buffer(dx.map { $0 * dy / Float(labels.count) })
  }
}
