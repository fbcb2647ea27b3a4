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
        epoch.number, "notebook", line.loss * Double(epoch.number), line.trainAccuracy,
        line.testAccuracy, line.seconds, line.loss)
    }
    table.add(
      epoch.number, "here", epoch.loss, epoch.trainingAccuracy, epoch.accuracy, epoch.seconds,
      epoch.loss / Double(epoch.number))
  }
  show(table)
  note(
    "The notebook learned from 60,000 pictures an epoch, on a graphics card; this run from \(extent.training)."
  )
}

/// Test accuracy after each epoch, the notebook's and ours.
func chart(of history: History) -> Picture {
  var chart = LineChart("Test pictures recognized, of 100", x: Axis("epoch"), y: Axis(""))
  chart.line("the notebook", Published.epochs.map { 100 * $0.testAccuracy }, dash: [4, 3])
  chart.line("here", history.epochs.map { 100 * $0.accuracy })
  return chart.picture()
}
