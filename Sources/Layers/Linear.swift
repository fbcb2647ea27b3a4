import Autograd

/// A fully connected layer: every output is a weighted sum of all inputs.
public final class Linear: Layer {
  /// One row per output, `[O, I]`.
  public let weight: Parameter
  /// One number per output, `[O]`.
  public let bias: Parameter?

  /// - Parameters:
  ///   - inFeatures: I, the length of each row of its input.
  ///   - outFeatures: O, the length of each row of its output.
  ///   - bias: whether a learned number is added to each output.
  ///   - initialization: the distribution of the initial weights.
  ///   - random: what they are drawn with.
  public init(
    _ inFeatures: Int, _ outFeatures: Int, bias: Bool = true,
    initialization: Initialization = .standard, using random: inout Random
  ) {
    requireAtLeastOne("Linear", ["inFeatures": inFeatures, "outFeatures": outFeatures])
    let shape = [outFeatures, inFeatures]
    weight = Parameter(initialization.weight(shape, using: &random))
    self.bias = bias ? Parameter(initialization.bias(for: shape, using: &random)) : nil
  }

  /// - Parameter x: `[N, I]`.
  /// - Returns: `[N, O]`.
  public func forward(_ x: Tensor) -> Tensor { linear(x, weight.on(x.tape), bias?.on(x.tape)) }

  /// `[N, O]`, if the rows have the layer's length.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    try Shapes.linear(input, weight.value.shape, bias?.value.shape)
  }

  /// Inputs and outputs.
  public var settings: String {
    let shape = weight.value.shape
    return "\(shape[1]), \(shape[0])" + (bias == nil ? ", bias: false" : "")
  }
}
