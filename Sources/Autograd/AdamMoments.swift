import Kernels

/// What Adam remembers of one parameter: the mean of its gradients and of their squares, and how many
/// there were.
public struct AdamMoments {
  /// The means as they are summed up from zero, not yet corrected for that; `nil` before the first move.
  public private(set) var mean, squaredMean: Tensor?
  public private(set) var step = 0

  public init() {}

  public init(mean: Tensor, squaredMean: Tensor, step: Int) {
    (self.mean, self.squaredMean, self.step) = (mean.detached, squaredMean.detached, step)
  }

  /// Moves `parameter` against the mean of its gradients, now with this one, divided by their size.
  public mutating func move(
    _ parameter: Parameter, against gradient: Tensor, learningRate: Float, beta1: Double,
    beta2: Double, epsilon: Float, weightDecay: Float
  ) {
    step += 1
    let rule = AdamRule(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weightDecay: weightDecay, step: step)
    let shape = parameter.value.shape
    var w = parameter.value.buffer
    // The kernel writes over what nobody else holds, so this lets go of it.
    var (means, squares) = (mean.take()?.buffer, squaredMean.take()?.buffer)
    kernels.adam(&w, gradient.buffer, mean: &means, squaredMean: &squares, rule)
    mean = means.map { Tensor($0, shape: shape) }
    squaredMean = squares.map { Tensor($0, shape: shape) }
    parameter.value = Tensor(w, shape: shape)
  }
}
