import Kernels

/// What stochastic gradient descent remembers of one parameter: where it has been going.
public struct Velocity {
  private var buffer: Buffer?

  public init() {}

  /// Moves `parameter` against `gradient`, and remembers it.
  public mutating func move(
    _ parameter: Parameter, against gradient: Tensor, learningRate: Float, momentum: Float,
    weightDecay: Float
  ) {
    var w = parameter.value.buffer
    kernels.sgd(
      &w, gradient.buffer, velocity: &buffer,
      SGDRule(learningRate: learningRate, momentum: momentum, weightDecay: weightDecay))
    parameter.value = Tensor(w, shape: parameter.value.shape)
  }
}
