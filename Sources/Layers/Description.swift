extension Layer {
  /// The layer with its settings, and the layers inside it on lines of their own.
  ///
  /// A layer that two properties hold is printed once; the second says which the first was.
  public var description: String {
    var names: [ObjectIdentifier: String] = [:]
    for (name, layer) in namedLayers where names[ObjectIdentifier(layer)] == nil {
      names[ObjectIdentifier(layer)] = name
    }
    return text("", names)
  }

  private func text(_ path: String, _ names: [ObjectIdentifier: String]) -> String {
    let head = "\(type(of: self))(\(settings)"
    if children.isEmpty { return head + ")" }
    let lines = children.map { name, child in
      let path = joined(path, name)
      let first = names[ObjectIdentifier(child)] ?? ""
      guard first == path else {
        return "\(name): the same as \(first.isEmpty ? "the net" : first)"
      }
      return "\(name): \(child.text(path, names))".replacing("\n", with: "\n  ")
    }
    return head + "\n  " + lines.joined(separator: "\n  ") + "\n)"
  }
}
