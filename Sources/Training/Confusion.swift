/// How often each class was taken for each other: `counts[truth][guess]`.
public struct Confusion: Sendable, Equatable {
  public private(set) var counts: [[Int]]

  /// - Parameters:
  ///   - predictions: what each picture was taken for, below `classes`.
  ///   - labels: what each picture is, below `classes`.
  public init(_ predictions: [Int], _ labels: [Int], classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (guess, truth) in zip(predictions, labels) { counts[truth][guess] += 1 }
  }

  /// The pairs that are mixed up most often, most often first.
  public func mostFrequent(_ count: Int) -> [(truth: Int, guess: Int, times: Int)] {
    let mistakes = counts.indices.flatMap { truth in
      counts.indices.filter { $0 != truth && counts[truth][$0] > 0 }
        .map { (truth: truth, guess: $0, times: counts[truth][$0]) }
    }
    return Array(mistakes.sorted { $0.times > $1.times }.prefix(count))
  }
}
