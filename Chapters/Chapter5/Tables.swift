import Chapter5Net
import Notebook

/// The document's line for each epoch of both orders, beside ours.
func documentTable(_ epochs: [EpochRecord]) -> Table {
  var table = Table(
    "epoch", "order", "loss, document", "loss, here", "test accuracy, document",
    "here, running statistics")
  for order in Order.allCases {
    let same = epochs.of(order)
    let (losses, running) = (same.byEpoch(\.loss), same.byEpoch(\.running))
    for i in losses.indices.prefix(10) {
      table.add(
        i + 1, order.title, Document.losses[order]![i], Spread(losses[i]),
        Document.accuracies[order]![i], Spread(running[i]))
    }
  }
  return table
}

/// Test accuracy after each epoch, examined in three ways.
func statisticsTable(_ epochs: [EpochRecord]) -> Table {
  var table = Table("epoch", "order", "running statistics", "the batch's own", "fresh")
  for order in Order.allCases {
    let same = epochs.of(order)
    let values = [\EpochRecord.running, \.batch, \.fresh].map { same.byEpoch($0) }
    for i in values[0].indices {
      table.add(cells: [i + 1, order.title] as [Any] + values.map { Spread($0[i]) })
    }
  }
  return table
}

/// The norm of the gradient at five places of the trunk, and how large its numbers are at the end.
func trunkTable(_ gradients: [TrunkGradient]) -> Table {
  var table = Table(
    "ordering", "at the start", "a quarter in", "half", "three quarters", "at the end",
    "start : end", "numbers at the end")
  for ordering in Ordering.allCases {
    let same = gradients.of(ordering)
    let last = same[0].norms.count - 1
    let five = [0, last / 4, last / 2, 3 * last / 4, last].map { i in
      Spread(same.map { $0.norms[i] }).mean
    }
    let (share, size) = (Spread(same.map(\.share)).mean, Spread(same.map(\.size)).mean)
    table.add(cells: [ordering.title] as [Any] + five + [share, size])
  }
  return table
}

/// Loss and error of narrow nets, beside the errors in the paper of 2016.
///
/// - Parameter compared: what the nets differ in, `ordering` or `shortcut`.
func trialTable(_ trials: [Trial], _ nets: [Contestant], _ compared: String) -> Table {
  var table = Table(
    compared, "layers", "training loss", "test error, %", "He 2016, 110 layers on CIFAR-10, %")
  for net in nets {
    let same = trials.of(net)
    if same.isEmpty { continue }
    table.add(
      compared == "ordering" ? net.ordering.title : net.bypass.title, net.depth,
      Spread(same.map(\.loss), digits: 2), Spread(same.map { 100 * $0.error }, digits: 1),
      compared == "ordering" ? Paper.orderings[net.ordering]! : Paper.bypasses[net.bypass]!)
  }
  return table
}

/// Test errors on CIFAR-10 with 110 layers, in percent.
///
/// He et al. 2016, "Identity mappings in deep residual networks", tables 1 and 2.
private enum Paper {
  static let orderings: [Ordering: String] = [
    .original: "6.61", .normAfterAddition: "8.17", .reluBeforeAddition: "7.84",
    .reluOnlyPreactivation: "6.71", .fullPreactivation: "6.37",
  ]
  static let bypasses: [Bypass: String] = [
    .identity: "6.61", .half: "fails", .halfAndHalf: "12.35", .convolution: "12.22",
  ]
}
