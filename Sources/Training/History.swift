/// How a training went, epoch by epoch.
public struct History: Codable, Sendable, Equatable {
  public var epochs: [Epoch] = []

  /// Whether it ended before its time, because somebody asked it to.
  public var wasStopped = false

  public init() {}

  /// The epoch after which most pictures were recognized; the first of several equals.
  public var best: Epoch? {
    epochs.reduce(nil) { best, next in best.map { $0.correct >= next.correct } == true ? best : next
    }
  }
}

/// One pass over the training pictures, and the examination after it.
public struct Epoch: Codable, Sendable, Equatable {
  /// The mean loss of some batches in a row.
  public struct Window: Codable, Sendable, Equatable {
    public let epoch: Int
    /// The last of them, counted from 1.
    public let batch: Int
    public let loss: Double
  }

  /// Counted from 1.
  public let number: Int
  public internal(set) var windows: [Window] = []

  public internal(set) var batches = 0
  /// The mean over all batches.
  public internal(set) var loss = 0.0

  /// Training pictures that were recognized, each just before the net learned from it.
  public internal(set) var trainedCorrect = 0
  public internal(set) var trained = 0

  /// Test pictures that were recognized afterwards.
  public internal(set) var correct = 0
  public internal(set) var tested = 0

  /// Of the pass and the examination together.
  public internal(set) var seconds = 0.0

  public var accuracy: Double { tested == 0 ? 0 : Double(correct) / Double(tested) }
  public var trainingAccuracy: Double {
    trained == 0 ? 0 : Double(trainedCorrect) / Double(trained)
  }

  init(number: Int) { self.number = number }

  mutating func add(_ batchLoss: Float, right: Int, of pictures: Int) {
    batches += 1
    loss += (Double(batchLoss) - loss) / Double(batches)
    trainedCorrect += right
    trained += pictures
  }
}
