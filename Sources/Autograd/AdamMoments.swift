import Kernels

/// What Adam remembers of one parameter: the mean of its gradients and of their squares, and how many
/// there were.
public struct AdamMoments {
  private var mean, squaredMean: Buffer?
  private var steps = 0

  public init() {}

  /// Moves `parameter` against the mean of its gradients, now with this one, divided by their size.
  public mutating func move(
    _ parameter: Parameter, against gradient: Tensor, learningRate: Float, beta1: Double,
    beta2: Double, epsilon: Float, weightDecay: Float
  ) {
    steps += 1
    let rule = AdamRule(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weightDecay: weightDecay, step: steps)
    var w = parameter.value.buffer
    kernels.adam(&w, gradient.buffer, mean: &mean, squaredMean: &squaredMean, rule)
    parameter.value = Tensor(w, shape: parameter.value.shape)
  }
}
