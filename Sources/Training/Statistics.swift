import Autograd
import Datasets
import Layers

// A net with batch norm can be evaluated with other statistics than the running ones. Afterwards its
// norms have the running statistics they had before.

/// Gives a net's norms statistics estimated afresh while `body` runs: the means over all batches of
/// `known`.
///
/// Each batch contributed to the running statistics when the weights were other than they are now; to
/// these, all contribute with the same weights. PyTorch's `torch.optim.swa_utils.update_bn` estimates
/// them in the same way.
///
/// - Parameter known: what the statistics are estimated from, such as training pictures.
public func withFreshStatistics<Result>(
  of net: any Layer, from known: Batches, _ body: () -> Result
) -> Result {
  keepingStatistics(of: net) {
    let norms = net.all(BatchNorm2D.self)
    let momenta = norms.map(\.momentum)
    defer { for (norm, momentum) in zip(norms, momenta) { norm.momentum = momentum } }
    for norm in norms {
      norm.resetRunningStatistics()
      norm.momentum = nil
    }
    for batch in known { _ = net(batch.images.on(Tape())) }
    return body()
  }
}

/// Restores the running statistics of a net's norms after `body`, in which it may be in training mode.
public func keepingStatistics<Result>(of net: any Layer, _ body: () -> Result) -> Result {
  let norms = net.all(BatchNorm2D.self)
  let statistics = norms.map(\.extraState)
  defer {
    for (norm, saved) in zip(norms, statistics) {
      for (name, value) in saved { norm.setExtraState(value, named: name) }
    }
  }
  return body()
}
