import Autograd
import Datasets
import Layers

// A net with batch norm can be examined with other statistics than the running ones. What its norms
// remember is the same afterwards.

/// How many pictures a net takes for what they are if each batch is normalized by its own mean and
/// variance, as while learning.
///
/// What it takes a picture for then depends on the others in the batch, so this is no measure of what
/// the net can be used for; it shows what the running statistics cost.
public func scoreByBatch(of net: any Layer, on batches: Batches) -> (correct: Int, count: Int) {
  rememberingNothing(net) {
    batches.reduce(into: (correct: 0, count: 0)) { sum, batch in
      sum.correct += matches(net(batch.images.on(Tape())), batch.labels)
      sum.count += batch.labels.count
    }
  }
}

/// How many pictures a net takes for what they are, with statistics that are estimated afresh.
///
/// The running statistics come from the batches of learning, each seen by another net than the one that
/// learning ended with. These all come from the net as it is: the means over the batches of `known`.
/// In PyTorch it is `torch.optim.swa_utils.update_bn` that estimates them.
///
/// - Parameters:
///   - known: what the statistics are taken from, such as the training pictures.
///   - batches: what the net is examined on, in evaluation mode.
public func score(
  of net: any Layer, withStatisticsOf known: Batches, on batches: Batches
) -> (correct: Int, count: Int) {
  rememberingNothing(net) {
    let norms = net.all(BatchNorm2D.self)
    let momenta = norms.map(\.momentum)
    defer { for (norm, momentum) in zip(norms, momenta) { norm.momentum = momentum } }
    for norm in norms {
      norm.resetRunningStatistics()
      norm.momentum = nil
    }
    for batch in known { _ = net(batch.images.on(Tape())) }
    return score(of: net, on: batches)
  }
}

/// Does something with a net whose norms then remember what they did before.
private func rememberingNothing<Result>(_ net: any Layer, _ body: () -> Result) -> Result {
  let norms = net.all(BatchNorm2D.self)
  let memories = norms.map(\.extraState)
  defer {
    for (norm, memory) in zip(norms, memories) {
      for (name, value) in memory { norm.setExtraState(value, named: name) }
    }
  }
  return body()
}
