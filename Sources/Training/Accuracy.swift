import Autograd
import Datasets
import Layers

/// How many rows have their largest score in the place of their label.
public func matches(_ logits: Tensor, _ labels: [Int]) -> Int {
  zip(logits.argMax(), labels).count { $0 == $1 }
}

/// The class a net takes each picture for, in evaluation mode: nothing is written on a tape.
public func predictions(of net: any Layer, on batches: Batches) -> [Int] {
  batches.flatMap { net($0.images).argMax() }
}

/// How many pictures a net takes for what they are, in evaluation mode, and how many there were.
public func score(of net: any Layer, on batches: Batches) -> (correct: Int, count: Int) {
  batches.reduce(into: (correct: 0, count: 0)) { sum, batch in
    sum.correct += matches(net(batch.images), batch.labels)
    sum.count += batch.labels.count
  }
}

/// How often each class was taken for each other: `counts[truth][guess]`, `[classes, classes]`.
///
/// - Parameters:
///   - guesses: what each picture was taken for, below `classes`.
///   - labels: what each picture is, below `classes`.
public func confusion(_ guesses: [Int], _ labels: [Int], classes: Int) -> [[Int]] {
  var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  for (guess, truth) in zip(guesses, labels) { counts[truth][guess] += 1 }
  return counts
}
