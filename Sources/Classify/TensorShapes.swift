import Sentences

/// The names and shapes of the tensors in a file, by which its net is recognized.
struct TensorShapes {
  /// The file in sentences: its path, and the prefixes without which its names are taken.
  let file: String
  private let names: [String]
  private let shapes: [String: [Int]]

  /// - Parameter prefixes: what was taken off the names.
  init(_ shapes: [(name: String, shape: [Int])], file: String, without prefixes: [String] = []) {
    let taken = prefixes.map(\.debugDescription).joined(separator: " and ")
    self.file = prefixes.isEmpty ? file : "\(file), without \(taken) before its names,"
    names = shapes.map(\.name)
    self.shapes = Dictionary(shapes) { first, _ in first }
  }

  subscript(name: String) -> [Int]? { shapes[name] }

  func has(_ name: String) -> Bool { shapes[name] != nil }

  /// How many blocks each of the four stages has: `layer1.0`, `layer1.1` and so on.
  func blocks(_ stage: String) -> [Int] {
    (1...4).map { number in
      let prefix = "\(stage)\(number)."
      let blocks = names.filter { $0.hasPrefix(prefix) }.map {
        $0.dropFirst(prefix.count).prefix { $0 != "." }
      }
      return Set(blocks).count
    }
  }

  /// The number of input channels, from the first convolution's weight, `[O, C, K, K]`.
  func channels(of name: String) throws -> Int {
    let shape = try shape(of: name, axes: 4)
    guard shape.count == 4, [1, 3].contains(shape[1]) else {
      throw SentenceError(
        "\(file) has \(name) of shape \(shape); a picture has 1 channel or 3, so [O, 1, K, K] or "
          + "[O, 3, K, K] was wanted")
    }
    return shape[1]
  }

  /// The number of classes, from the last layer's weight, `[classes, features]`.
  func classes(of name: String, features: Int) throws -> Int {
    let shape = try shape(of: name, axes: 2)
    guard shape.count == 2, shape[0] > 0, shape[1] == features else {
      throw SentenceError(
        "\(file) has \(name) of shape \(shape); wanted is [classes, \(features)]")
    }
    return shape[0]
  }

  /// The shape of a tensor that the net must have.
  ///
  /// - Parameter axes: how many the tensor should have.
  private func shape(of name: String, axes: Int) throws -> [Int] {
    if let shape = shapes[name] { return shape }
    let found = similar(to: name, axes: axes)
    let few = found.prefix(3).map { "\(shown($0)) \(shapes[$0]!.prefix(8))" }
    let more = found.count > 3 ? " and \(found.count - 3) more" : ""
    throw SentenceError(
      "\(file) lacks \(name); it has \(few.joined(separator: ", "))\(more)")
  }

  /// What may stand in the place of a missing tensor: the same kind of tensor deeper inside the same layer,
  /// such as `fc.1.weight` for `fc.weight`; or else those with as many axes; or all.
  private func similar(to name: String, axes: Int) -> [String] {
    let parts = name.split(separator: ".")
    let inside = names.filter {
      $0.hasPrefix("\(parts[0]).") && $0.hasSuffix(".\(parts.last!)")
    }
    let alike = names.filter { shapes[$0]?.count == axes }
    return [inside, alike].first { !$0.isEmpty } ?? names
  }

  /// The first few names.
  var someNames: String {
    if names.isEmpty { return "no tensors" }
    let few = names.prefix(3).map { "\"\(shown($0))\"" }
    return few.joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}

/// A name from a file: shortened, with control characters escaped, which a terminal would interpret.
private func shown(_ name: String) -> Substring {
  String(name.prefix(80)).debugDescription.dropFirst().dropLast()
}
