import Autograd
import Layers

/// The names of a net's layers and parameters, looked up by identity.
///
/// A layer that several properties hold has the name of the first.
struct Names {
  private var layers: [ObjectIdentifier: (name: String, path: String, bufferCount: Int)] = [:]
  private var parameters: [ObjectIdentifier: String] = [:]
  private let net: ObjectIdentifier

  init(of net: any Layer) {
    self.net = ObjectIdentifier(net)
    for (name, parameter) in net.namedParameters { parameters[ObjectIdentifier(parameter)] = name }
    visit(net, path: "")
  }

  private mutating func visit(_ layer: any Layer, path: String) {
    for (name, child) in layer.children where layers[ObjectIdentifier(child)] == nil {
      let whole = path.isEmpty ? name : "\(path).\(name)"
      layers[ObjectIdentifier(child)] = (name, whole, bufferCount(of: child))
      visit(child, path: whole)
    }
  }

  /// The parameter's path; `parameter` if it is not a property of any layer.
  func name(of parameter: Parameter) -> String {
    parameters[ObjectIdentifier(parameter)] ?? "parameter"
  }

  /// The calls a line was computed in, without the net's own; a layer that is no property has the name of
  /// its type.
  func modules(_ scope: [Tape.Frame]) -> [Module] {
    scope.filter { $0.layer != net }.map { frame in
      let known = layers[frame.layer] ?? (frame.name, frame.name, 0)
      return Module(
        call: frame.call, name: known.name, path: known.path, type: frame.name,
        bufferCount: known.bufferCount, repeats: nil)
    }
  }
}

/// The number of elements of the layer's own tensors that are not parameters.
private func bufferCount(of layer: any Layer) -> Int {
  guard let layer = layer as? any Stateful else { return 0 }
  return layer.extraState.reduce(0) { sum, state in
    if case .tensor(let tensor) = state.value { sum + tensor.count } else { sum }
  }
}
