import Autograd

/// One entry of a net's state.
public enum StateValue {
  /// A parameter, or a running statistic.
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

/// A layer whose state is more than its parameters, such as one with running statistics.
public protocol Stateful: Layer {
  /// The state beside the parameters, by the names and in the order PyTorch gives its buffers.
  var extraState: [(name: String, value: StateValue)] { get }

  /// Replaces one entry of it by another of the same kind and shape.
  func setExtraState(_ value: StateValue, named name: String)
}
