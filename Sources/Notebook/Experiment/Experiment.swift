import Training

/// Several models, each trained or measured from each of several seeds, and all in the same way.
///
///     let trials = Experiment(models, seeds: [1, 2, 3]).train(configuration) { model, seed, run in
///       …  // makes a net, and trains it in the loop of `TrainingRun`
///       return run.losses.last!
///     }
///     for model in models { show(model, trials.spread(of: model) { $0 }) }
///
/// A model is anything that tells one net from another, such as a case of an enum; its description is
/// shown while it is trained. The seeds are the outer loop, so a run that Ctrl-C ends has whole rounds.
public struct Experiment<Model: Hashable & Encodable> {
  /// What is compared, in the order in which it is shown.
  public let models: [Model]
  /// What the random numbers of a trial begin with: first weights, and the order of the pictures.
  public let seeds: [UInt64]

  /// - Parameters:
  ///   - models: what is compared.
  ///   - seeds: each model gets a trial for each.
  public init(_ models: [Model], seeds: [UInt64]) {
    (self.models, self.seeds) = (models, seeds)
  }

  /// Trains every model from every seed, with a bar for all trials together.
  ///
  /// A loss that becomes infinite or NaN ends no trial: it is what came out.
  ///
  /// - Parameters:
  ///   - configuration: what all trials have in common.
  ///   - log: gets a line for each trial: `{"trial":{"model":…,"seed":1,"result":…}}`.
  ///   - key: the name under which the line holds it.
  ///   - body: trains one model from one seed. Its run's epochs are the configuration's, and it ends at
  ///     Ctrl-C.
  /// - Returns: the trials that were not stopped.
  public func train<Result: Encodable>(
    _ configuration: Configuration, log: JSONLines? = nil, as key: String = "trial",
    _ body: (Model, UInt64, TrainingRun) -> Result
  ) -> [Trial<Model, Result>] {
    Interrupt.watch()
    let meter = Meter("training", total: models.count * seeds.count * configuration.steps)
    defer { meter.finish() }
    return trials(log, key) { model, seed in
      meter.note = "\(model), seed \(seed)"
      let run = TrainingRun(epochs: configuration.epochs)
      run.shouldStop = { Interrupt.isRaised }
      run.whenNotFinite = { _ in }
      run.report = { if case .batchEnded = $0 { meter.advance() } }
      let result = body(model, seed, run)
      return run.history.wasStopped ? nil : result
    }
  }

  /// Measures something of every model from every seed.
  ///
  /// - Parameters:
  ///   - log: gets a line for each trial, as in `train`.
  ///   - key: the name under which the line holds it.
  ///   - body: measures one model from one seed.
  public func measure<Result: Encodable>(
    log: JSONLines? = nil, as key: String = "trial", _ body: (Model, UInt64) -> Result
  ) -> [Trial<Model, Result>] {
    trials(log, key, body)
  }

  /// The trials up to the first that is `nil`.
  private func trials<Result: Encodable>(
    _ log: JSONLines?, _ key: String, _ body: (Model, UInt64) -> Result?
  ) -> [Trial<Model, Result>] {
    var trials: [Trial<Model, Result>] = []
    for seed in seeds {
      for model in models {
        guard let result = body(model, seed) else { return trials }
        trials.append(Trial(model: model, seed: seed, result: result))
        orExit { try log?.append([key: trials[trials.count - 1]]) }
      }
    }
    return trials
  }
}
