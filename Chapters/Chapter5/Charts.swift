import Chapter5Net
import Plots

// Every figure has a line for each net, through the mean of its seeds, in a band of them all.

/// How the loss falls, batch by batch.
func lossChart(_ runs: [Run]) -> Picture {
  var chart = LineChart(
    "The first batches, both orders", x: Axis("batch"), y: Axis("loss", .logarithmic))
  for order in Order.allCases {
    let same = runs.filter { $0.order == order }.map(\.losses)
    if !same.isEmpty { chart.line(order.title, runs: same, color: order.color) }
  }
  return chart.picture()
}

/// How the loss falls, epoch by epoch, the document's beside ours.
func lossChart(_ epochs: [EpochRecord]) -> Picture {
  var chart = LineChart(
    "Loss of the pictures they learn from", x: Axis("epoch"), y: Axis("loss", range: 0...1.2))
  for order in Order.allCases {
    chart.line(order.title, runs: epochs.of(order).bySeed(\.loss), color: order.color)
    chart.line(
      "document", Document.losses[order]!, color: order.color, dash: [4, 3])
  }
  return chart.picture()
}

/// Test accuracy of one order, with running statistics and with two others.
func statisticsChart(_ epochs: [EpochRecord], of order: Order) -> Picture {
  let same = epochs.of(order)
  var chart = LineChart(
    "\(order.title): test pictures recognized, of 100", x: Axis("epoch"),
    y: Axis("", range: 50...100))
  func percent(_ value: KeyPath<EpochRecord, Double>) -> [[Double]] {
    same.bySeed(value).map { $0.map { 100 * $0 } }
  }
  chart.line("running", runs: percent(\.running), color: .rose)
  chart.line("fresh", runs: percent(\.fresh), color: .teal)
  chart.line("document", Document.accuracies[order]!.map { 100 * $0 }, color: .gray, dash: [4, 3])
  return chart.picture()
}

/// How long the gradient is along the trunk, ordering by ordering.
func trunkChart(_ gradients: [TrunkGradient]) -> Picture {
  var chart = LineChart(
    "The gradient along a hundred blocks", x: Axis("blocks passed"),
    y: Axis("norm of the gradient", .logarithmic))
  for ordering in Ordering.allCases {
    let same = gradients.filter { $0.ordering == ordering }
    chart.line(ordering.title, runs: same.map(\.norms), color: ordering.color)
  }
  return chart.picture(height: 380)
}

/// How many pictures of 100 were not recognized, a bar for each net.
func errorChart(_ title: String, _ trials: [Trial], _ nets: [Contestant]) -> Picture {
  var chart = BarChart(title, unit: "%")
  for net in nets {
    let errors = trials.of(net).map { 100 * $0.error }
    if errors.isEmpty { continue }
    let spread = Spread(errors, digits: 1)
    chart.bar(
      "\(net.ordering.title), \(net.depth)", spread.mean, label: "\(spread) %",
      color: net.ordering.color)
  }
  return chart.picture()
}

extension Order {
  fileprivate var color: Color { self == .convFirst ? .orange : .blue }
}

extension Ordering {
  fileprivate var color: Color {
    switch self {
    case .original: .orange
    case .normAfterAddition: .rose
    case .reluBeforeAddition: .gold
    case .reluOnlyPreactivation: .teal
    case .fullPreactivation: .blue
    }
  }
}
