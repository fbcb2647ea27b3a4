/// How a training went, epoch by epoch.
public struct History: Codable, Sendable, Equatable {
  /// The epochs that are over, in order.
  public var epochs: [Epoch] = []

  /// Whether it was stopped before its last batch.
  public var wasStopped = false

  /// A training that has not begun.
  public init() {}

  /// The epoch after which most test pictures were recognized; the first of several equals.
  public var best: Epoch? {
    epochs.reduce(nil) { best, next in best.map { $0.correct >= next.correct } == true ? best : next
    }
  }
}

/// One pass over the training pictures, and the evaluation after it.
public struct Epoch: Codable, Sendable, Equatable {
  /// The mean loss of some consecutive batches.
  public struct Window: Codable, Sendable, Equatable {
    /// The epoch's number, counted from 1.
    public let epoch: Int
    /// The last of the batches, counted from 1.
    public let batch: Int
    /// The mean of their losses.
    public let loss: Double
  }

  /// Counted from 1.
  public let number: Int
  /// Mean losses of consecutive batches, each window as long as the run's `lossWindow`.
  public internal(set) var windows: [Window] = []

  /// How many batches were learned from.
  public internal(set) var batches = 0
  /// The mean loss of all batches.
  public internal(set) var loss = 0.0

  /// Training pictures recognized, each by the net as it was before it learned from the batch.
  public internal(set) var trainedCorrect = 0
  /// Training pictures seen.
  public internal(set) var trained = 0

  /// Test pictures recognized in the evaluation.
  public internal(set) var correct = 0
  /// Test pictures in the evaluation.
  public internal(set) var tested = 0

  /// The time of the pass and the evaluation together.
  public internal(set) var seconds = 0.0

  /// The share of test pictures recognized, from 0 to 1.
  public var accuracy: Double { tested == 0 ? 0 : Double(correct) / Double(tested) }
  /// The share of training pictures recognized, from 0 to 1.
  public var trainingAccuracy: Double {
    trained == 0 ? 0 : Double(trainedCorrect) / Double(trained)
  }

  init(number: Int) { self.number = number }

  mutating func add(_ batchLoss: Float, correct: Int, of pictures: Int) {
    batches += 1
    loss += (Double(batchLoss) - loss) / Double(batches)
    trainedCorrect += correct
    trained += pictures
  }
}
