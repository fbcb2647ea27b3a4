/// What batch normalization does to the numbers of each channel, `[C]`:
/// `(x − mean) / √(variance + ε) · weight + bias`.
public struct Normalization: Sendable {
  public let weight, bias: Buffer
  public let epsilon: Float
  /// Whether what is negative then becomes zero.
  ///
  /// Normalizing is nearly always followed by a relu. Doing both in one pass saves reading and writing
  /// every number once more.
  public let relu: Bool

  public init(weight: Buffer, bias: Buffer, epsilon: Float, relu: Bool) {
    (self.weight, self.bias) = (weight, bias)
    (self.epsilon, self.relu) = (epsilon, relu)
  }
}

/// The mean of each channel over all images and pixels, and the mean of the squared distances from
/// it, `[C]`.
///
/// In `Double`: what is left of numbers around −20 when their mean is taken away lies in the digits that
/// a `Float` drops.
public struct ChannelMoments: Sendable {
  public let mean, variance: [Double]

  public init(mean: [Double], variance: [Double]) { (self.mean, self.variance) = (mean, variance) }
}
