/// The learned part of batch normalization, `[C]`: `(x − mean) / √(variance + ε) · weight + bias`.
public struct Normalization: Sendable {
  /// What each channel is scaled by and what is then added to it, `[C]`.
  public let weight, bias: Buffer
  /// Is added to the variance, so that a constant channel is not divided by zero.
  public let epsilon: Float

  /// - Parameters:
  ///   - weight: `[C]`.
  ///   - bias: `[C]`.
  ///   - epsilon: added to the variance.
  public init(weight: Buffer, bias: Buffer, epsilon: Float) {
    (self.weight, self.bias, self.epsilon) = (weight, bias, epsilon)
  }
}

/// Mean and variance of each channel over all images and pixels, `[C]`.
///
/// They are numbers, not functions: no gradient flows into them. In `Double`: what is left of numbers
/// around −20 when their mean is taken away lies in the digits that a `Float` drops.
public struct ChannelStatistics: Sendable, Equatable {
  /// `[C]`.
  public let mean: [Double]
  /// The mean of the squared distances from `mean`, `[C]`.
  ///
  /// Measured of a batch it is the variance of just these numbers, divided by how many they are (the
  /// biased variance). That of everything the batch was drawn from is likely a little larger.
  public let variance: [Double]

  /// - Parameters:
  ///   - mean: `[C]`.
  ///   - variance: `[C]`.
  public init(mean: [Double], variance: [Double]) { (self.mean, self.variance) = (mean, variance) }
}
