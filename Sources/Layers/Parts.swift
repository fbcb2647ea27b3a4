import Autograd

// What a layer is made of, found by reflection: no list to keep, and so none to forget.

extension Layer {
  /// The layers among the stored properties, by name; a layer that refers to the one it is part of does not
  /// list it.
  public var children: [(name: String, layer: any Layer)] {
    parts.compactMap { part in
      guard let layer = part.value as? any Layer, layer !== self,
        !(part.isOptional && layer.contains(self))
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
    Listings.note(found.map(\.parameter), of: self)
    return found
  }

  /// Every parameter in this layer and the layers inside it, in the order they are declared.
  public var parameters: [Parameter] { namedParameters.map(\.parameter) }

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
  package var namedLayers: [(name: String, layer: any Layer)] { paths(below: []) }

  private func paths(below: Set<ObjectIdentifier>) -> [(name: String, layer: any Layer)] {
    let passed = below.union([ObjectIdentifier(self)])
    return [("", self)]
      + children.filter { !passed.contains(ObjectIdentifier($0.layer)) }.flatMap { child in
        child.layer.paths(below: passed).map { (joined(child.name, $0.name), $0.layer) }
      }
  }

  /// The same as `namedParameters`, which also notes that they were listed.
  var listedParameters: [(name: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    return namedLayers.flatMap { path, layer in
      layer.ownParameters.map { (joined(path, $0.name), $0.parameter) }
    }
    .filter { seen.insert(ObjectIdentifier($0.parameter)).inserted }
  }

  /// The parameters of this layer that are not those of a layer inside it.
  var ownParameters: [(name: String, parameter: Parameter)] {
    parts.compactMap { part in (part.value as? Parameter).map { (part.name, $0) } }
  }

  private var parts: [Reflection.Part] { Reflection(of: self).parts }

  /// Whether `layer` is one of the layers inside this one, found without going through an optional.
  private func contains(_ layer: any Layer, beside: Set<ObjectIdentifier> = []) -> Bool {
    let passed = beside.union([ObjectIdentifier(self)])
    return parts.contains { part in
      guard !part.isOptional, let inner = part.value as? any Layer else { return false }
      return inner === layer
        || !passed.contains(ObjectIdentifier(inner)) && inner.contains(layer, beside: passed)
    }
  }
}

/// The path to a part of a layer that `path` leads to.
func joined(_ path: String, _ name: String) -> String {
  path.isEmpty ? name : name.isEmpty ? path : "\(path).\(name)"
}
