import Kernels

/// The result of `backward()`: one gradient for each parameter and watched input on the tape.
public struct Gradients {
  let tape: Tape
  let buffers: [Buffer?]

  /// The gradient of a watched input, `nil` if the loss does not depend on it.
  public subscript(tensor: Tensor) -> Tensor? {
    guard let place = tensor.place else { return nil }
    require(place.tape === tape, "gradients: the tensor is on another tape than the loss")
    return buffers[place.line].map { Tensor($0, shape: tensor.shape) }
  }

  /// The gradient of a parameter, `nil` if the loss does not depend on it.
  public subscript(parameter: Parameter) -> Tensor? {
    tape.line(of: parameter).flatMap { buffers[$0] }.map {
      Tensor($0, shape: parameter.value.shape)
    }
  }
}
