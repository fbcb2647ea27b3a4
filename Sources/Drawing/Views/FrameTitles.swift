extension Module {
  /// The title of a frame around the layer: its name, with the number of repeats in a folded graph.
  ///
  /// The layers `layer1.0` to `layer1.2` together are `layer1.0…2 × 3`.
  var shownName: String {
    guard let repeats else { return name.shortened }
    let last = repeats.lastName.split(separator: ".").last.map(String.init) ?? repeats.lastName
    return "\(name.shortened)…\(last.shortened) × \(repeats.count)"
  }
}

extension String {
  /// A name of at most 48 letters, for a box: of a longer one the beginning and the end.
  var shortened: String { count <= 48 ? self : "\(prefix(28))…\(suffix(19))" }
}
