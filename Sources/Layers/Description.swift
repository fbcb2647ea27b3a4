extension Layer {
  /// The layer with its settings, and the layers inside it on lines of their own.
  public var description: String {
    let head = "\(type(of: self))(\(settings)"
    guard !children.isEmpty else { return head + ")" }
    let lines = children.map { "\($0.name): \($0.layer)".replacing("\n", with: "\n  ") }
    return head + "\n  " + lines.joined(separator: "\n  ") + "\n)"
  }
}
