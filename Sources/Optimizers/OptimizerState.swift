import Autograd
import Foundation

/// What an optimizer keeps from step to step: tensors and integers by name.
///
/// A name is the index of a parameter in the optimizer's list, counted from 0, and what is kept of it: `0.velocity`, `3.mean`, `3.step`. A parameter that has never moved has no entry.
public struct OptimizerState {
  /// Such as `0.velocity`, each of the shape of its parameter.
  public var tensors: [String: Tensor]
  /// Such as `3.step`.
  public var integers: [String: Int]

  /// A state of these entries.
  public init(tensors: [String: Tensor] = [:], integers: [String: Int] = [:]) {
    (self.tensors, self.integers) = (tensors, integers)
  }
}
