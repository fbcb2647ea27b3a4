import Chapter5Net
import Datasets
import Notebook

// What the text promises of the document's net, each with what was measured.

extension Checks {
  /// What a part of the data shows already.
  mutating func expectBriefly(_ epochs: [EpochRecord], of course: Course, on data: Dataset) {
    guard data.name == DatasetName.fashionMNIST.title, course.batchSize == 256,
      course.training.count == 3_840, course.epochs == 2
    else {
      return note(
        "Nothing is promised of \(course.epochs) epochs of \(course.training.count) pictures of "
          + "\(data.name) in batches of \(course.batchSize).")
    }
    let (conv, norm) = (epochs.of(.convFirst), epochs.of(.normFirst))
    let (late, fresh) = (conv.byEpoch(\.running).last!, conv.byEpoch(\.fresh).last!)
    // Measured over seeds 1 to 3 and 4 to 6: 0.51 and 0.31.
    expect(
      "after 30 batches fresh statistics are better than running ones, by",
      got: Spread(fresh).mean - Spread(late).mean, atLeast: 0.1)
    // Over the same: 0.18 and 0.31.
    expect(
      "after 30 batches conv-BN-ReLU is ahead, by",
      got: Spread(fresh).mean - Spread(norm.byEpoch(\.fresh).last!).mean, atLeast: 0.05)
  }

  /// How high the loss of BN-ReLU-conv is at most in ten batches, without a last norm and with it.
  ///
  /// Measured with seeds 1 and 4: 11.8 and 16.1 without, 2.4 and 2.4 with.
  mutating func expectLeap(_ greatest: [Double], of course: Course, on data: Dataset) {
    guard data.name == DatasetName.fashionMNIST.title, course.batchSize == 256,
      course.training.count >= 2_560
    else { return note("Nothing is promised of the leap on these pictures.") }
    expect("without it the loss leaps up", got: greatest[0], atLeast: 6)
    expect("with it, it does not", got: greatest[1], atMost: 4)
  }

  /// What a run with `--full`, be it that of `full.jsonl`, has in common with the document.
  ///
  /// Measured over seeds 1 to 3: losses at most 0.071 away; best accuracies 0.9031 to 0.9071 and 0.9008 to
  /// 0.9068; orders apart by 0.005.
  mutating func expectTheDocument(_ epochs: [EpochRecord]) {
    for order in Order.allCases {
      let same = epochs.of(order)
      let distances = same.filter { $0.epoch >= 2 }.map {
        abs($0.loss / Document.losses[order]![$0.epoch - 1] - 1)
      }
      expect(
        "\(order.title): each loss from the second epoch on, away from the document's by",
        got: distances.max()!, atMost: 0.12)
      expect(
        "\(order.title): best test accuracy, of the worst seed",
        got: same.bySeed(\.running).map { $0.max()! }.min()!, atLeast: 0.88)
    }
    let (conv, norm) = (epochs.of(.convFirst), epochs.of(.normFirst))
    let ahead = zip(conv.byEpoch(\.loss), norm.byEpoch(\.loss)).count {
      Spread($0).mean < Spread($1).mean
    }
    expect("epochs in which conv-BN-ReLU has the lower loss, of 10", got: ahead, 10)
    let apart = [conv, norm].map { Spread($0.bySeed(\.fresh).map { $0.max()! }).mean }
    expect(
      "and yet the best test accuracies of the two orders are apart by",
      got: abs(apart[0] - apart[1]), atMost: 0.015)
  }

  /// What the three ways to examine a norm come to in ten epochs.
  ///
  /// Measured over the same six runs: 0.98, 0.039, 0.0014, and swings of 0.049 against 0.014.
  mutating func expectStatistics(_ epochs: [EpochRecord]) {
    let (running, fresh) = (epochs.map(\.running), epochs.map(\.fresh))
    expect(
      "share of epochs in which fresh statistics are better than running ones",
      got: Double(zip(running, fresh).count { $0 < $1 }) / Double(epochs.count), atLeast: 0.9)
    expect(
      "what the running ones lose, on the mean",
      got: Spread(fresh).mean - Spread(running).mean, atLeast: 0.015)
    expect(
      "fresh ones and the batch's own are apart by, on the mean",
      got: Spread(epochs.map { abs($0.fresh - $0.batch) }).mean, atMost: 0.005)
    // Measured: 0.900 to 0.914.
    let last = epochs.map(\.epoch).max()!
    let ends = Spread(epochs.filter { $0.epoch == last }.map(\.fresh))
    expect("fresh ones in the last epoch, of the worst run", got: ends.least, atLeast: 0.89)
    expect("and on the mean", got: ends.mean, atLeast: 0.9)
    let swings = [\EpochRecord.running, \.fresh].map { swing(epochs, $0) }
    expect(
      "running ones swing from epoch to epoch more than fresh ones, times",
      got: swings[0] / swings[1], atLeast: 1.5)
  }
}

/// How far test accuracy moves from one epoch to the next, on the mean of all runs.
///
/// It leaves out the first two epochs, in which accuracy rises.
func swing(_ epochs: [EpochRecord], _ value: KeyPath<EpochRecord, Double>) -> Double {
  let runs = Order.allCases.flatMap { epochs.of($0).bySeed(value) }.map { $0.dropFirst(2) }
  return Spread(runs.flatMap { zip($0, $0.dropFirst()).map { abs($0 - $1) } }).mean
}
