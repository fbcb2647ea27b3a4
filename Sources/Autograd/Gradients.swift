import Kernels

/// The result of `backward()`: one gradient for each parameter and watched input on the tape.
public struct Gradients {
  let tape: Tape
  let buffers: [Buffer?]

  /// The gradient of a watched input, `nil` if the loss does not depend on it.
  ///
  /// Nobody asked for that of any other tensor, so it stops the program: constants and inputs put on the
  /// tape by `on` require no gradient, and those of results are freed as soon as they are propagated.
  public subscript(tensor: Tensor) -> Tensor? {
    guard let place = tensor.place else {
      stop("gradients: the tensor is on no tape; give the net `tape.watch(x)`, and ask for that")
    }
    require(place.tape === tape, "gradients: the tensor is on another tape than the loss")
    require(
      place.line < buffers.count,
      "gradients: the tensor was put on the tape after the backward pass")
    let line = tape.lines[place.line]
    require(
      line.operation == .input || line.operation == .parameter,
      "gradients: the tensor is a result of \(line.operation), and only watched inputs and parameters keep their gradients; see it flow with `backward { flow in … }`"
    )
    require(
      place.requiresGradient,
      "gradients: the input was put on the tape by `on`, which asks for no gradient; use `tape.watch(x)`"
    )
    return buffers[place.line].map { Tensor($0, shape: tensor.shape) }
  }

  /// The gradient of a parameter, `nil` if the loss does not depend on it.
  public subscript(parameter: Parameter) -> Tensor? {
    tape.line(of: parameter).flatMap { buffers[$0] }.map {
      Tensor($0, shape: parameter.value.shape)
    }
  }
}
