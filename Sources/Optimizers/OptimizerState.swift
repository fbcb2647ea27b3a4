import Autograd
import Foundation

/// What an optimizer remembers, to be kept with the weights: tensors and whole numbers by name.
///
/// A name is the place of a parameter in the optimizer's list, counted from 0, and what is remembered
/// of it: `0.velocity`, `3.mean`, `3.step`. A parameter that has never moved has no entry.
public struct OptimizerState {
  public var tensors: [String: Tensor]
  public var integers: [String: Int]

  public init(tensors: [String: Tensor] = [:], integers: [String: Int] = [:]) {
    (self.tensors, self.integers) = (tensors, integers)
  }
}

/// Why an optimizer cannot go on from a state, as a sentence.
public struct OptimizerStateError: Error, Equatable, CustomStringConvertible, LocalizedError {
  public let description: String

  init(_ sentence: String) { description = sentence }

  public var errorDescription: String? { description }
}
