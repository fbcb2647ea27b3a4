#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A step against the mean of the recent gradients, divided by their size: Adam, algorithm 1 of
/// [Kingma and Ba 2015](https://arxiv.org/abs/1412.6980).
///
/// With `g = dw + weightDecay · w`, for every number:
///
///     mean        ← beta1 · mean        + (1 − beta1) · g
///     squaredMean ← beta2 · squaredMean + (1 − beta2) · g²
///     w ← w − learningRate · (mean / correction) / (√(squaredMean / squaredCorrection) + epsilon)
public struct AdamRule: Sendable {
  public let learningRate, beta1, beta2, epsilon, weightDecay: Float

  /// `1 − beta1` and `1 − beta2`: the share of each new gradient in the means.
  ///
  /// Subtracted as `Double`s. In `Float`, only four digits of `1 − 0.999` are right.
  public let share, squaredShare: Float

  /// `1 − beta1ᵗ` and `1 − beta2ᵗ` in step `t`.
  ///
  /// The means begin at zero. These are the shares of all gradients so far in them, and dividing by
  /// them makes up for the beginning.
  public let correction, squaredCorrection: Float

  /// - Parameter step: the number of this step, counted from 1.
  public init(
    learningRate: Float, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0, step: Int
  ) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
    self.weightDecay = weightDecay
    (self.beta1, self.beta2) = (Float(beta1), Float(beta2))
    (share, squaredShare) = (Float(1 - beta1), Float(1 - beta2))
    correction = Float(1 - pow(beta1, Double(step)))
    squaredCorrection = Float(1 - pow(beta2, Double(step)))
  }
}
