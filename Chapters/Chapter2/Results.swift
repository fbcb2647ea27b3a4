import Notebook
import Plots
import Training

/// The mean losses of 300 batches each, the notebook's beside this run's: a row for each epoch.
func lossTable(_ windows: [[Double]]) -> Table {
  var table = Table(
    "epoch", "1 to 300, notebook", "here", "301 to 600, notebook", "here", "601 to 900, notebook",
    "here")
  for (i, ours) in windows.enumerated() {
    let cells = (0..<3).flatMap { window -> [String] in
      let theirs =
        Published.losses.indices.contains(i) ? decimals(Published.losses[i][window], 3) : ""
      return [theirs, ours.indices.contains(window) ? decimals(ours[window], 3) : ""]
    }
    table.add(cells: ["\(i + 1)"] + cells)
  }
  return table
}

/// The same as two lines.
func windowChart(_ windows: [[Double]]) -> Picture {
  var chart = LineChart(
    "Loss, means of 300 batches", x: Axis("thirds of an epoch"), y: Axis("", .logarithmic))
  chart.line("the notebook", Published.losses.flatMap { $0 }, dash: [4, 3])
  chart.line("here", windows.flatMap { $0.prefix(3) })
  return chart.picture()
}

/// Test pictures recognized after each epoch, the notebook's beside this run's.
func accuracyTable(_ history: History) -> Table {
  var table = Table("epoch", "notebook prints", "correct, notebook", "correct, here", "seconds")
  for epoch in history.epochs {
    let i = epoch.number - 1
    let known = Published.correct.indices.contains(i)
    table.add(
      epoch.number, known ? "\(Published.percent[i]) %" : "",
      known ? count(Published.correct[i], of: 10_000) : "",
      count(epoch.correct, of: epoch.tested), decimals(epoch.seconds, 1))
  }
  return table
}
