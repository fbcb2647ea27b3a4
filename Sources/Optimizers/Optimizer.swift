import Autograd

/// A rule for moving parameters, given their gradients.
public protocol Optimizer: AnyObject {
  func step(_ gradients: Gradients)
}
