/// What one model gave from one seed.
public struct Trial<Model, Result> {
  /// What was trained or measured.
  public let model: Model
  /// What its random numbers began with.
  public let seed: UInt64
  /// What came out.
  public let result: Result
}

extension Trial: Encodable where Model: Encodable, Result: Encodable {}
extension Trial: Decodable where Model: Decodable, Result: Decodable {}

// The trials of an experiment are an array; these methods look into it.

extension Array {
  /// The results of one model, in the order of the seeds.
  public func of<Model: Equatable, Result>(_ model: Model) -> [Result]
  where Element == Trial<Model, Result> {
    filter { $0.model == model }.map(\.result)
  }

  /// A value of one model from all seeds; `nil` if it has no trial.
  ///
  /// - Parameters:
  ///   - digits: behind the decimal point, where the spread is printed.
  ///   - value: what is taken of a result.
  public func spread<Model: Equatable, Result>(
    of model: Model, digits: Int = 3, _ value: (Result) -> Double
  ) -> Spread? where Element == Trial<Model, Result> {
    let values = of(model).map(value)
    return values.isEmpty ? nil : Spread(values, digits: digits)
  }
}
