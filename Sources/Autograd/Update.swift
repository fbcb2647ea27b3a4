import Kernels

// What optimizers need: a parameter moved by a kernel, and state that is laid out as its gradient is.

extension Parameter {
  public func move(by gradient: Tensor, velocity: inout Buffer?, _ rule: SGDRule) {
    var buffer = value.buffer
    kernels.sgd(&buffer, gradient.buffer, velocity: &velocity, rule)
    value = Tensor(buffer, shape: value.shape)
  }
}
