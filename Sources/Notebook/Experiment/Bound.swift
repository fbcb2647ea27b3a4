/// A side on which the values of all seeds must lie.
public enum Bound: Sendable {
  /// All values, or all at most.
  case atLeast(Double), atMost(Double)

  /// The best of five values or more; fewer are not checked.
  case bestAtLeast(Double)
}

/// A claim that one model is above another, by means over all seeds.
public struct Comparison<Model> {
  let claim: String
  let higher, lower: Model
  let bound: Bound

  /// - Parameters:
  ///   - claim: what it shows, for the line that is printed.
  ///   - higher: the model with the greater value.
  ///   - lower: the other.
  ///   - bound: how far the two means must be apart.
  public init(_ claim: String, _ higher: Model, above lower: Model, _ bound: Bound) {
    (self.claim, self.higher, self.lower, self.bound) = (claim, higher, lower, bound)
  }
}

extension Checks {
  /// Claims that values lie within a bound, and shows the one that comes closest to breaking it.
  public mutating func expect(_ claim: String, got values: [Double], _ bound: Bound) {
    guard !values.isEmpty else { return }
    let spread = Spread(values)
    switch bound {
    case .atLeast(let bound): expect(claim, got: spread.least, atLeast: bound)
    case .atMost(let bound): expect(claim, got: spread.greatest, atMost: bound)
    case .bestAtLeast(let bound) where values.count >= 5:
      expect("\(claim), best of \(values.count)", got: spread.greatest, atLeast: bound)
    case .bestAtLeast: break
    }
  }

  /// Claims that each model's results lie within its bound; models without a bound are not checked.
  public mutating func expect<Model: Hashable, Result>(
    _ claim: String, of trials: [Trial<Model, Result>], _ bounds: [Model: Bound],
    _ value: (Result) -> Double
  ) {
    var checked: Set<Model> = []
    for model in trials.map(\.model) where checked.insert(model).inserted {
      guard let bound = bounds[model] else { continue }
      expect("\(model): \(claim)", got: trials.of(model).map(value), bound)
    }
  }

  /// Claims that models are apart as they should be, where both have been tried.
  public mutating func expect<Model: Equatable, Result>(
    _ comparisons: [Comparison<Model>], of trials: [Trial<Model, Result>],
    _ value: (Result) -> Double
  ) {
    for one in comparisons {
      guard let higher = trials.spread(of: one.higher, value),
        let lower = trials.spread(of: one.lower, value)
      else { continue }
      expect(one.claim, got: [higher.mean - lower.mean], one.bound)
    }
  }
}
