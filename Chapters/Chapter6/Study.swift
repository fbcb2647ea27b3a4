import Autograd
import Chapter6Net
import Datasets
import Notebook

/// What the parts need about trained nets: the nets of this run, those recorded, and pictures.
struct Study {
  /// The nets that this run has trained.
  let nets: [TrainedNet]
  let residual, plain: NetModel
  let trained: [Trial<NetModel, Trained>]
  let recorded: Recorded
  /// Whether bounds were measured for such trainings.
  let isMeasured: Bool
  let log: JSONLines?
  let figures: Figures
  /// Training pictures whose gradients are followed, and test pictures.
  let sixteen, hundred: Batch
  /// The share of the test pictures that are not recognized, by a function from images to scores.
  let error: ((Tensor) -> Tensor) -> Double

  /// Measures something of every trained net of some models, and logs it under a key.
  func measure<Result: Encodable>(
    _ models: [NetModel], as key: String, _ body: (StackedNet, UInt64) -> Result
  ) -> [Trial<NetModel, Result>] {
    let seeds = Set(nets.map(\.seed)).sorted()
    return Experiment(models, seeds: seeds).measure(log: log, as: key) { model, seed in
      body(nets.first { $0.model == model && $0.seed == seed }!.net, seed)
    }
  }

  /// Makes claims about this run, if bounds were measured for it, and about the recorded one.
  func expect<Result>(
    _ here: [Trial<NetModel, Result>], _ recorded: [Trial<NetModel, Result>],
    _ checks: inout Checks, _ claims: (inout Checks, [Trial<NetModel, Result>]) -> Void
  ) {
    if isMeasured { claims(&checks, here) }
    guard let record = self.recorded.record else { return }
    checks.about(record) { claims(&$0, recorded) }
  }
}

/// A net, and what it is.
struct TrainedNet {
  let model: NetModel
  let seed: UInt64
  let net: StackedNet
}
