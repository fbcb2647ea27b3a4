/// Which parameters one call of a net used.
///
/// Whoever calls a net by `net(x)` begins a pass, which ends when `forward` returns; the layers called on
/// the way belong to it. What it used is compared with what the net lists as its parameters.
package final class Pass: @unchecked Sendable {  // a pass stays on the thread that began it
  /// The pass in progress on this thread.
  @TaskLocal package static var current: Pass?

  /// A parameter, and the layer whose `forward` asked for it.
  package struct Use {
    package let parameter: Parameter
    package let layer: AnyObject
  }

  /// The parameters that were asked for by `parameter.on(tape)`, with the tape of the pass.
  package private(set) var used: [Use] = []
  /// The parameters whose `value` was read.
  package private(set) var read: [Use] = []

  private let tape: Tape?
  private var layers: [AnyObject] = []

  /// - Parameter tape: that of the net's input, if it is on one.
  package init(on tape: Tape?) { self.tape = tape }

  /// Calls the `forward` of `layer`.
  package func inside<Result>(_ layer: AnyObject, _ body: () -> Result) -> Result {
    layers.append(layer)
    defer { layers.removeLast() }
    return body()
  }

  func uses(_ parameter: Parameter, on tape: Tape?) {
    guard tape === self.tape, let layer = layers.last else { return }
    used.append(Use(parameter: parameter, layer: layer))
  }

  func reads(_ parameter: Parameter) {
    guard let layer = layers.last else { return }
    read.append(Use(parameter: parameter, layer: layer))
  }
}
