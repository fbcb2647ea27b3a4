import Autograd
import Layers

/// What layers and parameters are called, found by what they are, not by what they are like.
///
/// A layer that is used twice, or that two properties hold, has the name it is found by first.
struct Names {
  private var layers: [ObjectIdentifier: (name: String, path: String, remembered: Int)] = [:]
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
      layers[ObjectIdentifier(child)] = (name, whole, remembered(by: child))
      visit(child, path: whole)
    }
  }

  /// A parameter that no property leads to has no name of its own.
  func name(of parameter: Parameter) -> String {
    parameters[ObjectIdentifier(parameter)] ?? "parameter"
  }

  /// The frames of a line inside the net; a layer that no property leads to is called by its type.
  func modules(_ scope: [Tape.Frame]) -> [Module] {
    scope.filter { $0.layer != net }.map { frame in
      let known = layers[frame.layer] ?? (frame.name, frame.name, 0)
      return Module(
        call: frame.call, name: known.name, path: known.path, type: frame.name,
        remembered: known.remembered, repeats: nil)
    }
  }
}

/// Counts are no numbers of the net's own kind, and are left out.
private func remembered(by layer: any Layer) -> Int {
  guard let layer = layer as? any Stateful else { return 0 }
  return layer.extraState.reduce(0) { sum, thing in
    if case .tensor(let tensor) = thing.value { sum + tensor.count } else { sum }
  }
}
