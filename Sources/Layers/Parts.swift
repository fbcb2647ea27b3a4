import Autograd

// What a layer is made of, found by reflection: no list to keep, and so none to forget.
//
// Parameters and layers are found in properties, optional ones and arrays, by the names PyTorch would
// give them. Tuples, dictionaries and closures are not searched.

extension Layer {
  /// The layers among the stored properties, by name.
  public var children: [(name: String, layer: any Layer)] {
    parts.compactMap { name, part in (part as? any Layer).map { (name, $0) } }
  }

  /// Every parameter in this layer and the layers inside it, with the path that leads to it:
  /// `rblock1.conv2.weight`.
  ///
  /// A parameter that is found twice is listed once.
  public var namedParameters: [(name: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    return allParameters.filter { seen.insert(ObjectIdentifier($0.parameter)).inserted }
  }

  /// Every parameter in this layer and the layers inside it, in the order they are declared.
  public var parameters: [Parameter] { namedParameters.map(\.parameter) }

  /// How many learned numbers there are in all parameters.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

  /// The layers of one kind in this layer, at any depth and itself included; each once.
  public func all<Kind: Layer>(_ kind: Kind.Type) -> [Kind] {
    var seen: Set<ObjectIdentifier> = []
    return ([self as? Kind] + children.flatMap { $0.layer.all(kind) })
      .compactMap { $0 }.filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  private var allParameters: [(name: String, parameter: Parameter)] {
    let own = parts.compactMap { name, part in (part as? Parameter).map { (name, $0) } }
    return own
      + children.flatMap { child in
        child.layer.allParameters.map { ("\(child.name).\($0.name)", $0.parameter) }
      }
  }

  /// The stored properties as Swift's own reflection lists them.
  var parts: [(name: String, part: Any)] {
    Mirror(reflecting: self).children.flatMap { elements($0.label ?? "?", $0.value) }
  }
}

/// An array counts as its elements, by number; so do arrays inside it.
private func elements(_ name: String, _ value: Any) -> [(name: String, part: Any)] {
  guard let array = value as? [Any] else { return [(name, value)] }
  return array.enumerated().flatMap { elements("\(name).\($0)", $1) }
}
