import Autograd

/// One thing a net learned or remembers.
public enum StateValue {
  case tensor(Tensor)
  /// How often something happened, at least 0.
  case count(Int)

  /// The length of each axis; `[]` for a count.
  public var shape: [Int] {
    switch self {
    case .tensor(let tensor): tensor.shape
    case .count: []
    }
  }
}

/// A layer that remembers more than it learns, such as running statistics.
public protocol Remembering: Layer {
  /// What it remembers, by the names and in the order PyTorch gives its buffers.
  var memory: [(name: String, value: StateValue)] { get }

  /// Replaces one thing it remembers by another of the same kind and shape.
  func remember(_ value: StateValue, as name: String)
}

/// A state that does not fit a net, as a sentence.
public struct StateError: Error, Equatable, CustomStringConvertible {
  public let description: String

  init(_ sentence: String) { description = sentence }
}
