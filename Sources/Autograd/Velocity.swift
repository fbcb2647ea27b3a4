import Kernels

/// What stochastic gradient descent remembers of one parameter: where it has been going.
public struct Velocity {
  /// How far each number of the parameter is about to go, for a learning rate of 1.
  ///
  /// `nil` before the first move, and without momentum.
  public private(set) var value: Tensor?

  public init(_ value: Tensor? = nil) { self.value = value?.detached }

  /// Moves `parameter` against `gradient`, and remembers it.
  public mutating func move(
    _ parameter: Parameter, against gradient: Tensor, learningRate: Float, momentum: Float,
    weightDecay: Float
  ) {
    let shape = parameter.value.shape
    var w = parameter.value.buffer
    // The kernel writes over what nobody else holds, so this lets go of it.
    var velocity = value.take()?.buffer
    kernels.sgd(
      &w, gradient.buffer, velocity: &velocity,
      SGDRule(learningRate: learningRate, momentum: momentum, weightDecay: weightDecay))
    value = velocity.map { Tensor($0, shape: shape) }
    parameter.value = Tensor(w, shape: shape)
  }
}
