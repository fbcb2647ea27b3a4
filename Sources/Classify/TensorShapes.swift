import Sentences

/// The names and shapes of the tensors in a file, by which its net is recognized.
struct TensorShapes {
  let file: String
  private let names: [String]
  private let shapes: [String: [Int]]

  init(_ shapes: [(name: String, shape: [Int])], file: String) {
    self.file = file
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
    let shape = shapes[name] ?? []
    guard shape.count == 4, [1, 3].contains(shape[1]) else {
      throw SentenceError(
        "\(file) has \(name) of shape \(shape); a picture has 1 channel or 3, so [O, 1, K, K] or "
          + "[O, 3, K, K] was wanted")
    }
    return shape[1]
  }

  /// The number of classes, from the last layer's weight, `[classes, features]`.
  func classes(of name: String, features: Int) throws -> Int {
    let shape = shapes[name] ?? []
    guard shape.count == 2, shape[0] > 0, shape[1] == features else {
      throw SentenceError(
        "\(file) has \(name) of shape \(shape); wanted is [classes, \(features)]")
    }
    return shape[0]
  }

  /// The first few names, with control characters escaped.
  var someNames: String {
    if names.isEmpty { return "no tensors" }
    let few = names.prefix(3).map { String($0.prefix(80)).debugDescription }
    return few.joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}
