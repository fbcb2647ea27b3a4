import Autograd
import Layers

/// What layers and parameters are called, found by what they are, not by what they are like.
///
/// A layer that is used twice, or that two properties hold, has the name it is found by first.
struct Names {
  private var layers: [ObjectIdentifier: (name: String, path: String)] = [:]
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
      layers[ObjectIdentifier(child)] = (name, whole)
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
      let known = layers[frame.layer] ?? (frame.name, frame.name)
      return Module(
        call: frame.call, name: known.name, path: known.path, type: frame.name, repeats: nil)
    }
  }
}
