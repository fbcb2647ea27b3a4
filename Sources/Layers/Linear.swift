import Autograd

/// Every output is a weighted sum of all inputs, and the weights are learned.
public final class Linear: Layer {
  /// One row per output, `[O, I]`.
  public let weight: Parameter
  /// One number per output, `[O]`.
  public let bias: Parameter?

  /// - Parameters:
  ///   - inFeatures: how many numbers it is given.
  ///   - outFeatures: how many it returns.
  ///   - bias: whether a learned number is added to each output.
  ///   - random: where the first weights come from.
  public init(
    _ inFeatures: Int, _ outFeatures: Int, bias: Bool = true,
    initialization: Initialization = .standard, using random: inout Random
  ) {
    let shape = [outFeatures, inFeatures]
    weight = Parameter(initialization.weight(shape, using: &random))
    self.bias = bias ? Parameter(initialization.bias(for: shape, using: &random)) : nil
  }

  /// - Parameter x: `[N, I]`.
  /// - Returns: `[N, O]`.
  public func forward(_ x: Tensor) -> Tensor { linear(x, weight.on(x.tape), bias?.on(x.tape)) }

  public var settings: String {
    let shape = weight.value.shape
    return "\(shape[1]), \(shape[0])" + (bias == nil ? ", bias: false" : "")
  }
}
