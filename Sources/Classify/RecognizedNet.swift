import Layers
import Sentences
import Training

/// A net of the kind that the names in a file belong to, not yet with the weights of the file.
struct RecognizedNet {
  let title: String
  let net: any Layer
  /// 1 if its input is gray, 3 if it is red, green and blue.
  let channels: Int
  let classes: Int
  /// The heights and widths of pictures it can be given.
  let sides: ClosedRange<Int>
  /// What to do to pictures if the file does not say.
  let usual: Preparation
  /// Whether torchvision has two sets of weights for it, `ImageNetWeights`.
  var hasTwoSets = false
}

extension RecognizedNet {
  /// Reads from names and shapes which net it is, how deep and how wide.
  ///
  /// - Throws: `SentenceError` if it is none of the known ones.
  init(_ shapes: TensorShapes) throws {
    guard let variant = variants.first(where: { shapes.has($0.known.rawValue) }) else {
      let known = variants.map(\.nets)
      throw SentenceError(
        "\(shapes.file) holds no net known here: it has \(shapes.someNames). Known are "
          + known.dropLast().joined(separator: ", ") + ", and " + known.last!)
    }
    self = try variant.recognize(shapes)
  }
}
