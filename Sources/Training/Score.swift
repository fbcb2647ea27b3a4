import Autograd
import Datasets
import Layers

/// How many pictures a net recognized, of how many.
///
///     func evaluate(_ net: any Layer, on batches: Batches) -> Score {
///       var score = Score()
///       for batch in batches {
///         let predicted = net(batch.images).argMax()  // on no tape: evaluation mode
///         score.correct += zip(predicted, batch.labels).count { $0 == $1 }
///         score.count += batch.labels.count
///       }
///       return score
///     }
public struct Score: Equatable, Sendable {
  /// Pictures whose greatest score is that of their label.
  public var correct: Int
  /// All pictures.
  public var count: Int

  /// - Parameters:
  ///   - correct: pictures recognized.
  ///   - count: all pictures.
  public init(correct: Int = 0, of count: Int = 0) { (self.correct, self.count) = (correct, count) }

  /// The share of pictures recognized, from 0 to 1.
  public var accuracy: Double { count == 0 ? 0 : Double(correct) / Double(count) }
}

/// The class a net predicts for each picture, in evaluation mode: the images are on no tape.
///
/// It is −1, which is right about nothing, where the scores are not finite.
public func predictions(of net: any Layer, on batches: Batches) -> [Int] {
  batches.flatMap { net($0.images).argMax() }
}

/// What a predicted class is called; no class has a name of its own.
public func name(of prediction: Int, in names: [String]) -> String {
  names.indices.contains(prediction) ? names[prediction] : "no class"
}

/// How often each class was predicted for each other: `counts[truth][prediction]`, `[classes, classes]`.
///
/// - Parameters:
///   - predicted: the class predicted for each picture, below `classes`; −1, which is none, is not counted.
///   - labels: the class of each picture, below `classes`.
public func confusion(_ predicted: [Int], _ labels: [Int], classes: Int) -> [[Int]] {
  var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  for (prediction, truth) in zip(predicted, labels) where prediction >= 0 {
    counts[truth][prediction] += 1
  }
  return counts
}

func matches(_ predicted: [Int], _ labels: [Int]) -> Int {
  zip(predicted, labels).count { $0 == $1 }
}
