import Autograd

/// A rule for moving parameters, given their gradients.
public protocol Optimizer: AnyObject {
  /// How far a step goes; it may change between steps.
  var learningRate: Float { get set }

  /// Moves every parameter that the loss depends on, at least one.
  func step(_ gradients: Gradients)

  /// What is kept from step to step, without settings.
  var state: OptimizerState { get }

  /// Goes on from `state`.
  ///
  /// Parameters and settings have to be brought back by themselves. With the same bits in all three,
  /// every later step has the same bits as if training had never stopped.
  ///
  /// - Throws: `SentenceError` if the state is not one of this optimizer, with these parameters.
  ///   Nothing has changed then.
  func restore(_ state: OptimizerState) throws(SentenceError)
}
