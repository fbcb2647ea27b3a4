import Autograd
import Chapter5Net
import Layers
import Notebook

/// The shape after each layer, of an image of 1 × 224 × 224.
func shapes(of net: ThreeStageResNet) -> [[Int]] {
  var x = Tensor.zeros([1, 1, 224, 224])
  return net.children.map { child in
    x = child.layer(x)
    return x.shape
  }
}

/// These shapes, the notebook's beside ours.
func shapeTable(_ net: ThreeStageResNet, _ shapes: [[Int]]) -> Table {
  var table = Table("", "layer", "notebook", "here", "parameters")
  for (i, (name, shape)) in Published.shapes.enumerated() {
    table.add(i + 1, name, shape, shapes[i], net.children[i].layer.parameterCount)
  }
  return table
}

/// The notebook's line for each epoch of both orders, beside ours.
func notebookTable(_ run: FullRun) -> Table {
  let ours = run.record == nil ? "here" : "recorded"
  var table = Table(
    "epoch", "order", "loss, notebook", "loss, \(ours)", "test accuracy, notebook",
    "\(ours), running statistics")
  for order in Order.allCases {
    let same = run.epochs.of(order)
    let (losses, running) = (same.byEpoch(\.loss), same.byEpoch(\.running))
    for i in losses.indices.prefix(10) {
      table.add(
        i + 1, order.title, decimals(Published.losses[order]![i], 3), Spread(losses[i]),
        decimals(Published.accuracies[order]![i], 3), Spread(running[i]))
    }
  }
  return table
}

/// Accuracy on the training pictures, the notebook's beside ours, and the seconds of its epochs.
func trainingTable(_ run: FullRun) -> Table {
  let ours = run.record == nil ? "here" : "recorded"
  var table = Table(
    "epoch", "order", "training accuracy, notebook", ours, "seconds, notebook")
  for order in Order.allCases {
    let accuracies = run.epochs.of(order).byEpoch(\.trainingAccuracy)
    for i in accuracies.indices.prefix(10) {
      table.add(
        i + 1, order.title, decimals(Published.trainingAccuracies[order]![i], 3),
        Spread(accuracies[i]), decimals(Published.seconds[order]![i], 1))
    }
  }
  return table
}

/// Test accuracy with running statistics, in the notebook, here, and in two other frameworks.
func frameworksTable(_ run: FullRun) -> Table {
  let ours = run.record == nil ? "here" : "recorded"
  var table = Table("epoch", "order", "notebook", ours, "PyTorch 2.15", "MXNet 1.9.1")
  for order in Order.allCases {
    let running = run.epochs.of(order).byEpoch(\.running)
    let mxNet = Elsewhere.mxNet[order] ?? []
    for i in running.indices.prefix(10) {
      table.add(
        i + 1, order.title, decimals(Published.accuracies[order]![i], 3), Spread(running[i]),
        decimals(Elsewhere.pyTorch[order]![i], 3),
        mxNet.indices.contains(i) ? decimals(mxNet[i], 3) : "")
    }
  }
  return table
}

/// Test accuracy after each epoch, by three kinds of statistics, and its seconds where they are known.
func statisticsTable(_ run: FullRun) -> Table {
  let names = ["running statistics", "the batch's own", "fresh"].map { $0 + run.mark }
  let isTimed = run.epochs.allSatisfy { $0.seconds != nil }
  var table = Table(header: ["epoch", "order"] + names + (isTimed ? ["seconds"] : []))
  for order in Order.allCases {
    let same = run.epochs.of(order)
    let values = [\EpochRecord.running, \.batch, \.fresh].map { same.byEpoch($0) }
    let seconds = same.byEpoch(\.seconds)
    for i in values[0].indices {
      let time = isTimed ? [decimals(Spread(seconds[i].map { $0! }).mean, 1)] : []
      table.add(cells: [i + 1, order.title] as [Any] + values.map { Spread($0[i]) } + time)
    }
  }
  return table
}

/// The norm of the gradient at five places of the main path, and how large the features are at its end.
func pathTable(_ gradients: CutTrials) -> Table {
  var table = Table(
    "ordering", "at the start", "a quarter in", "half", "three quarters", "at the end",
    "start : end", "features at the end")
  for ordering in Ordering.allCases {
    let same = gradients.of(ordering, .both)
    let last = same[0].norms.count - 1
    let five = [0, last / 4, last / 2, 3 * last / 4, last].map { i in
      Spread(same.map { $0.norms[i] }).mean
    }
    let (ratio, size) = (Spread(same.map(\.ratio)).mean, Spread(same.map(\.size)).mean)
    table.add(cells: [ordering.title] as [Any] + five + [ratio, size])
  }
  return table
}

/// Loss and error of narrow nets, beside the errors in the paper of 2016.
///
/// - Parameter compared: what the nets differ in, `ordering` or `shortcut`.
func trialTable(_ run: FullRun, _ models: [NarrowModel], _ compared: String) -> Table {
  var table = Table(
    compared, "layers", "training loss\(run.mark)", "test error, %\(run.mark)",
    "He 2016, 110 layers on CIFAR-10, %")
  for model in models {
    guard let loss = run.trials.spread(of: model, digits: 2, \.loss),
      let error = run.trials.spread(of: model, digits: 1, { 100 * $0.error })
    else { continue }
    let (ordering, bypass) = (model.ordering, model.bypass)
    table.add(
      compared == "ordering" ? ordering.title : bypass.title, model.depth, loss, error,
      compared == "ordering" ? ordering.errorInPaper : Paper.bypasses[bypass]!)
  }
  return table
}

/// Test errors on CIFAR-10 with 110 layers, in percent.
///
/// He et al. 2016, "Identity mappings in deep residual networks", table 1; those of table 2 are in `Ordering`.
private enum Paper {
  static let bypasses: [Bypass: String] = [
    .identity: "6.61", .half: "fails", .halfAndHalf: "12.35", .convolution: "12.22",
  ]
}
