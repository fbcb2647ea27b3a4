/// Where a training stands: the epochs that are over, and how far the next one has come.
public struct TrainingProgress: Codable, Sendable, Equatable {
  /// The epochs that are over.
  public internal(set) var history = History()

  /// The accounts of the current epoch; it may not have begun yet.
  public internal(set) var epoch = Epoch(number: 1)

  /// The losses of the batches since the last window ended.
  var losses: [Double] = []

  /// Where every training begins.
  public init() {}

  /// How many batches were learned from, in all epochs.
  var batches: Int { history.epochs.reduce(epoch.batches) { $0 + $1.batches } }

  /// Enters one batch.
  ///
  /// - Returns: the window that ended with it, if one did.
  mutating func add(
    _ loss: Float, correct: Int, of pictures: Int, window: Int
  ) -> Epoch.Window? {
    epoch.add(loss, correct: correct, of: pictures)
    losses.append(Double(loss))
    guard losses.count >= window else { return nil }
    let mean = losses.reduce(0, +) / Double(losses.count)
    losses = []
    epoch.windows.append(Epoch.Window(epoch: epoch.number, batch: epoch.batches, loss: mean))
    return epoch.windows.last
  }

  /// Moves the current epoch into the history and begins the next.
  mutating func endEpoch(_ score: Score) -> Epoch {
    var ended = epoch
    (ended.correct, ended.tested) = (score.correct, score.count)
    history.epochs.append(ended)
    (epoch, losses) = (Epoch(number: ended.number + 1), [])
    return ended
  }
}
