import Autograd

/// A rule for moving parameters, given their gradients.
public protocol Optimizer: AnyObject {
  /// How far a step goes; it may change between steps.
  var learningRate: Float { get set }

  func step(_ gradients: Gradients)

  /// All that is remembered from step to step.
  ///
  /// Settings are not part of it.
  var state: OptimizerState { get }

  /// Remembers `state` instead of what was remembered until now.
  ///
  /// Parameters and settings have to be brought back by themselves. With the same bits in all three,
  /// every later step has the same bits as if training had never stopped.
  ///
  /// - Throws: `OptimizerStateError` if the state is not one of this optimizer, with these parameters.
  ///   Nothing has changed then.
  func restore(_ state: OptimizerState) throws
}
