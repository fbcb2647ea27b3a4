import Autograd

/// Layer normalization: each row to mean 0 and variance 1, then scaled and shifted by learned amounts.
///
/// Ba, Kiros and Hinton 2016, "Layer normalization", section 3. It does the same in training and in evaluation mode.
public final class LayerNorm: Layer {
  /// What each feature is scaled by, `[C]`.
  public let weight: Parameter
  /// What is added to each feature, `[C]`.
  public let bias: Parameter
  /// What is added to a variance before its root is divided by.
  public let epsilon: Double

  /// - Parameters:
  ///   - features: C, how many numbers the rows have.
  ///   - epsilon: is added to a variance before its root is divided by.
  public init(_ features: Int, epsilon: Double = 1e-5) {
    requireAtLeastOne("LayerNorm", ["features": features])
    require(
      epsilon >= 0 && epsilon.isFinite, "LayerNorm: epsilon is \(epsilon), but must be at least 0")
    (weight, bias) = (Parameter(.ones([features])), Parameter(.zeros([features])))
    self.epsilon = epsilon
  }

  /// - Parameter x: rows of C numbers, `[…, C]`.
  /// - Returns: the shape of `x`.
  public func forward(_ x: Tensor) -> Tensor {
    layerNorm(x, weight.on(x.tape), bias.on(x.tape), epsilon: epsilon)
  }

  /// The same, if the rows have as many numbers as the layer has features.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    try Shapes.layerNorm(input, weight.value.shape, bias.value.shape)
  }

  /// How many features.
  public var settings: String { "\(weight.value.count)" }
}
