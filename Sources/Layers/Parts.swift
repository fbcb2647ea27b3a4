import Autograd

/// A parameter or a layer that a stored property of a layer holds, by the names that PyTorch would give.
public struct Part {
  /// Something that learns, or a layer that may.
  public enum Content {
    /// Numbers that training changes.
    case parameter(Parameter)
    /// A layer inside.
    case layer(any Layer)
  }

  /// The properties that lead to it: `norm.weight`.
  public let name: String
  /// What it is.
  public let content: Content
  /// Whether an optional holds it, as every `weak` property does.
  public let isOptional: Bool

  /// A part of this name.
  public init(name: String, content: Content, isOptional: Bool = false) {
    (self.name, self.content, self.isOptional) = (name, content, isOptional)
  }

  /// The layer, if it is one.
  var layer: (any Layer)? { if case .layer(let layer) = content { layer } else { nil } }
}

extension Layer {
  /// The layers among the stored properties, by name; a layer that refers to the one it is part of does not
  /// list it.
  public var children: [(name: String, layer: any Layer)] {
    parts.compactMap { part in
      guard let layer = part.layer, layer !== self,
        !(part.isOptional && isInside(self, of: layer))
      else { return nil }
      return (part.name, layer)
    }
  }

  /// Every parameter in this layer and the layers inside it, with the path that leads to it:
  /// `rblock1.conv2.weight`.
  ///
  /// A parameter that is found twice is listed once.
  public var namedParameters: [(name: String, parameter: Parameter)] {
    let found = listedParameters
    Listings.note(found.map { $0.parameter }, of: self)
    return found
  }

  /// Every parameter in this layer and the layers inside it, in the order they are declared.
  public var parameters: [Parameter] { namedParameters.map { $0.parameter } }

  /// How many learned numbers there are in all parameters.
  public var parameterCount: Int { listedParameters.reduce(0) { $0 + $1.parameter.value.count } }

  /// The layers of one kind in this layer, at any depth and itself included; each once.
  public func all<Kind: Layer>(_ kind: Kind.Type) -> [Kind] {
    var seen: Set<ObjectIdentifier> = []
    return namedLayers.compactMap { $0.layer as? Kind }
      .filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// This layer and those inside it, each before its own, with the path that leads to it: `rblock1.conv2`.
  ///
  /// A layer that two properties hold comes twice. A path ends where it would come back to a layer that it
  /// has passed.
  package var namedLayers: [(name: String, layer: any Layer)] { paths(from: self) }

  /// The same as `namedParameters`, which also notes that they were listed.
  var listedParameters: [(name: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    return namedLayers.flatMap { path, layer in
      ownParameters(of: layer).map { (joined(path, $0.name), $0.parameter) }
    }
    .filter { seen.insert(ObjectIdentifier($0.parameter)).inserted }
  }
}

// Functions of any layer, since its parts are layers of any kind.

private func paths(
  from layer: any Layer, below: Set<ObjectIdentifier> = []
) -> [(name: String, layer: any Layer)] {
  let passed = below.union([ObjectIdentifier(layer)])
  return [("", layer)]
    + layer.children.filter { !passed.contains(ObjectIdentifier($0.layer)) }.flatMap { child in
      paths(from: child.layer, below: passed).map { (joined(child.name, $0.name), $0.layer) }
    }
}

/// The parameters of a layer that are not those of a layer inside it.
func ownParameters(of layer: any Layer) -> [(name: String, parameter: Parameter)] {
  layer.parts.compactMap { part in
    if case .parameter(let parameter) = part.content { (part.name, parameter) } else { nil }
  }
}

/// Whether `layer` is one of the layers inside another, found without going through an optional.
private func isInside(
  _ layer: any Layer, of outer: any Layer, beside: Set<ObjectIdentifier> = []
) -> Bool {
  let passed = beside.union([ObjectIdentifier(outer)])
  return outer.parts.contains { part in
    guard !part.isOptional, let inner = part.layer else { return false }
    return inner === layer
      || !passed.contains(ObjectIdentifier(inner)) && isInside(layer, of: inner, beside: passed)
  }
}

/// The path to a part of a layer that `path` leads to.
func joined(_ path: String, _ name: String) -> String {
  path.isEmpty ? name : name.isEmpty ? path : "\(path).\(name)"
}
