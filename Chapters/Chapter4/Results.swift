import Notebook
import Plots
import Training

/// The notebook's line for each epoch, beside ours.
func showResults(_ history: History, of extent: Extent) {
  var table = Table(
    "epoch", "", "loss", "train accuracy", "test accuracy", "seconds", "loss by its count")
  for epoch in history.epochs {
    let i = epoch.number - 1
    if Published.epochs.indices.contains(i) {
      let line = Published.epochs[i]
      // The notebook printed the mean divided by the number of the epoch.
      table.add(
        epoch.number, "notebook", decimals(line.loss * Double(epoch.number), 4),
        decimals(line.trainAccuracy, 3), decimals(line.testAccuracy, 3),
        decimals(line.seconds, 1), decimals(line.loss, 4))
    }
    table.add(
      epoch.number, "here", decimals(epoch.loss, 4), decimals(epoch.trainingAccuracy, 3),
      decimals(epoch.accuracy, 3), decimals(epoch.seconds, 1),
      decimals(epoch.loss / Double(epoch.number), 4))
  }
  show(table)
  note(
    "The notebook learned from 60,000 pictures an epoch, on a graphics card, and was tested on 10,000; "
      + "this run learned from \(extent.training) and was tested on \(extent.test).")
}

/// Test accuracy after each epoch, the notebook's and ours.
func chart(of history: History) -> Picture {
  var chart = LineChart("Test pictures recognized, of 100", x: Axis("epoch"), y: Axis(""))
  chart.line("the notebook", Published.epochs.map { 100 * $0.testAccuracy }, dash: [4, 3])
  chart.line("here", history.epochs.map { 100 * $0.accuracy })
  return chart.picture()
}

/// How far three parameters have moved against their gradients, step by step.
func movesChart(_ moved: [[Double]]) -> Picture {
  var chart = LineChart(
    "How far Adam moves", x: Axis("steps"), y: Axis("learning rates moved"))
  for (name, values) in zip(["always 1", "always 0.01", "1 and −1 in turns"], moved) {
    let isSecond = name == "always 0.01"
    chart.line(
      name, values.enumerated().map { Point(Double($0), $1) }, dash: isSecond ? [6, 4] : [])
  }
  return chart.picture()
}
