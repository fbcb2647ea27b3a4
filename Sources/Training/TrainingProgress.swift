/// Where a training stands: the epochs that are over, and how far the next one has come.
public struct TrainingProgress: Codable, Sendable, Equatable {
  /// The epochs that are over.
  public internal(set) var history = History()

  /// The accounts of the epoch at hand; it may not have begun yet.
  public internal(set) var epoch = Epoch(number: 1)

  /// The losses of the batches since the last window ended.
  var losses: [Double] = []

  /// Where every training begins.
  public init() {}

  /// Takes one batch into account.
  ///
  /// - Returns: the window that ended with it, if one did.
  mutating func add(_ loss: Float, right: Int, of pictures: Int, window: Int) -> Epoch.Window? {
    epoch.add(loss, right: right, of: pictures)
    losses.append(Double(loss))
    guard losses.count >= window else { return nil }
    let mean = losses.reduce(0, +) / Double(losses.count)
    losses = []
    epoch.windows.append(Epoch.Window(epoch: epoch.number, batch: epoch.batches, loss: mean))
    return epoch.windows.last
  }

  /// Puts the epoch at hand into the history and turns to the next.
  mutating func endEpoch() -> Epoch {
    let ended = epoch
    history.epochs.append(ended)
    (epoch, losses) = (Epoch(number: ended.number + 1), [])
    return ended
  }
}
