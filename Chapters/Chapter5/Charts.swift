import Chapter5Net
import Notebook
import Plots

// Every figure has a line for each net, through the mean of its seeds, in a band of them all.

/// How the loss falls, batch by batch.
func lossChart(_ trials: [Trial<Order, OrderResult>]) -> Picture {
  var chart = LineChart(
    "The first batches, both orders", x: Axis("batch"), y: Axis("loss", .logarithmic))
  for order in Order.allCases {
    let same = trials.of(order).map(\.losses)
    if !same.isEmpty { chart.line(order.title, runs: same, color: order.color) }
  }
  return chart.picture()
}

/// How the loss falls, epoch by epoch, the notebook's beside ours.
func lossChart(_ run: FullRun) -> Picture {
  var chart = LineChart(
    "Loss of the pictures they learn from\(run.mark)", x: Axis("epoch"),
    y: Axis("loss", range: 0...1.2))
  for order in Order.allCases {
    chart.line(order.title, runs: run.epochs.of(order).bySeed(\.loss), color: order.color)
    chart.line("notebook", Published.losses[order]!, color: order.color, dash: [4, 3])
  }
  return chart.picture()
}

/// Test accuracy of one order, with running statistics and with two others.
func statisticsChart(_ run: FullRun, of order: Order) -> Picture {
  let same = run.epochs.of(order)
  var chart = LineChart(
    "\(order.title): test pictures recognized, of 100\(run.mark)", x: Axis("epoch"),
    y: Axis("", range: 50...100))
  func percent(_ value: KeyPath<EpochRecord, Double>) -> [[Double]] {
    same.bySeed(value).map { $0.map { 100 * $0 } }
  }
  chart.line("running", runs: percent(\.running), color: .orange)
  chart.line("fresh", runs: percent(\.fresh), color: .teal)
  chart.line("notebook", Published.accuracies[order]!.map { 100 * $0 }, color: .gray, dash: [4, 3])
  return chart.picture()
}

/// The norm of the gradient along the main path, ordering by ordering.
func pathChart(_ gradients: CutTrials) -> Picture {
  var chart = LineChart(
    "The gradient along a hundred blocks", x: Axis("blocks passed"),
    y: Axis("norm of the gradient", .logarithmic))
  for ordering in Ordering.allCases {
    let norms = gradients.of(ordering, .both).map(\.norms)
    chart.line(ordering.title, runs: norms, color: ordering.color)
  }
  return chart.picture(height: 380)
}

/// How many pictures of 100 were not recognized, a bar for each net.
func errorChart(_ title: String, _ run: FullRun, _ models: [NarrowModel]) -> Picture {
  var chart = BarChart(title + run.mark, unit: "%")
  for model in models {
    guard let spread = run.trials.spread(of: model, digits: 1, { 100 * $0.error }) else { continue }
    chart.bar(
      "\(model.ordering.title), \(model.depth)", spread.mean, spread: spread.range,
      label: "\(spread) %", color: model.ordering.color)
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
    case .normAfterAddition: .olive
    case .reluBeforeAddition: .gold
    case .reluOnlyPreactivation: .teal
    case .fullPreactivation: .blue
    }
  }
}
