import Autograd
import Datasets
import Foundation

/// The accounts of a training whose loop stands where it is read: what is still to come, what has come
/// out, and when to stop.
///
///     for epoch in run.epochs {
///       for batch in run.batches(training(epoch)) {
///         let scores = net(batch.images.on(Tape()))
///         let loss = crossEntropy(scores, batch.labels)
///         optimizer.step(loss.backward())
///         run.record(loss, scores, batch.labels)
///       }
///       run.endEpoch(evaluate(net, on: test))
///     }
///
/// Nothing here decides what is learned. With the progress of an earlier run, and the net and the
/// optimizer as they were then, the loop begins behind the last batch that was learned from, and ends
/// with the same bits as if it had never stopped.
public final class TrainingRun {
  /// Where the training stands.
  public private(set) var progress: TrainingProgress

  /// The loss of each batch of this run, without those of an earlier one.
  public private(set) var losses: [Double] = []

  /// After how many batches the mean of their losses is reported.
  public var lossWindow = 300

  /// Asked after every batch; `true` ends the batches and the epochs, with all that was learned kept.
  public var shouldStop: () -> Bool = { false }

  /// Given what happens, as it happens.
  public var report: (Event) -> Void = { _ in }

  /// Given the progress after every epoch, and before the last evaluation if the epoch is incomplete.
  ///
  /// Whoever stores it with the net and the optimizer as they are at that moment can resume from there.
  public var keep: (TrainingProgress) -> Void = { _ in }

  /// Given the first loss that is infinite or NaN; stops the program unless set otherwise.
  public var whenNotFinite: (NonFiniteLoss) -> Void = { stop("\($0)") }

  private let epochCount: Int
  private var start = Date()
  private var (isFinite, isInEpoch) = (true, false)
  private var isStopped = false
  private var isIncomplete = false

  /// - Parameters:
  ///   - epochs: how many there are to be in the end, those of `progress` among them; at least one.
  ///   - progress: where an earlier run stood.
  public init(epochs: Int, after progress: TrainingProgress = TrainingProgress()) {
    (epochCount, self.progress) = (max(1, epochs), progress)
  }

  /// What is reported.
  public enum Event {
    /// An epoch of so many batches begins, or goes on.
    case epochBegan(Int, batches: Int)
    /// The batches at the beginning of an epoch that an earlier run has learned from.
    case batchesSkipped(Int)
    case batchEnded(loss: Float)
    case windowEnded(Epoch.Window)
    case epochEnded(Epoch)
    /// No epoch follows.
    case ended
  }

  /// How it went so far: the epochs that are over.
  public var history: History { progress.history }

  /// How many batches were learned from, in all epochs: the step of a `Schedule`.
  public var step: Int { progress.batches }

  /// The numbers of the epochs still to come, counted from 1; none after a stop.
  public var epochs: some Sequence<Int> {
    AnyIterator { [self] in
      require(
        !isInEpoch,
        "TrainingRun: epoch \(progress.epoch.number) has not ended; call endEpoch after its batches"
      )
      guard !isStopped, history.epochs.count < epochCount else {
        report(.ended)
        return nil
      }
      isInEpoch = true
      return progress.epoch.number
    }
  }

  /// The batches of an epoch still to come: all, or the rest after a resume; none after a stop.
  public func batches(_ batches: Batches) -> some Sequence<Batch> {
    start = Date().addingTimeInterval(-progress.epoch.seconds)
    var count = progress.epoch.batches
    report(.epochBegan(progress.epoch.number, batches: batches.count))
    if count > 0 { report(.batchesSkipped(count)) }
    var rest = batches.dropFirst(count).makeIterator()
    let first = count
    return AnyIterator { [self] in
      require(
        progress.epoch.batches == count,
        "TrainingRun: \(count) batches were given out and \(progress.epoch.batches) recorded; "
          + "call record once after each")
      isStopped = isStopped || (count > first && shouldStop())
      if !isStopped, let batch = rest.next() {
        count += 1
        return batch
      }
      progress.epoch.seconds = Date().timeIntervalSince(start)
      isIncomplete = count < batches.count
      if isIncomplete { keep(progress) }
      return nil
    }
  }

  /// Enters a batch into the accounts.
  ///
  /// - Parameters:
  ///   - loss: a single number.
  ///   - scores: what the net gave for each picture before it learned from them, `[N, classes]`.
  ///   - labels: the class of each picture, `[N]`.
  public func record(_ loss: Tensor, _ scores: Tensor, _ labels: [Int]) {
    losses.append(Double(loss.scalar))
    if isFinite && !loss.scalar.isFinite {
      isFinite = false
      let epoch = progress.epoch
      whenNotFinite(NonFiniteLoss(loss, epoch: epoch.number, batch: epoch.batches + 1))
    }
    report(.batchEnded(loss: loss.scalar))
    let correct = matches(scores.argMax(), labels)
    if let window = progress.add(
      loss.scalar, correct: correct, of: labels.count, window: lossWindow)
    {
      report(.windowEnded(window))
    }
  }

  /// Ends an epoch, complete or not.
  ///
  /// - Parameter score: how the net was evaluated after it.
  public func endEpoch(_ score: Score) {
    progress.epoch.seconds = Date().timeIntervalSince(start)
    report(.epochEnded(progress.endEpoch(score)))
    if !isIncomplete { keep(progress) }
    progress.history.wasStopped = isStopped
    isInEpoch = false
  }
}
