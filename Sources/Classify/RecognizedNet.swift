import Layers
import Sentences
import Training

/// A net of the kind that a file's names tell of, with weights of its own for now.
struct RecognizedNet {
  let title: String
  let net: any Layer
  /// 1 if it sees grey pictures, 3 if coloured ones.
  let channels: Int
  let classes: Int
  /// The heights and widths of pictures it can be given.
  let sides: ClosedRange<Int>
  /// What to do to pictures if the file does not say.
  let usual: Preparation
}

extension RecognizedNet {
  /// Reads from names and shapes which net it is, how deep and how wide.
  ///
  /// - Throws: `SentenceError` if it is none of those we know.
  init(_ shapes: TensorShapes) throws {
    guard let dialect = dialects.first(where: { shapes.has($0.landmark) }) else {
      let known = dialects.map(\.nets)
      throw SentenceError(
        "\(shapes.file) holds no net known here: it has \(shapes.someNames). Known are "
          + known.dropLast().joined(separator: ", ") + ", and " + known.last!)
    }
    self = try dialect.recognize(shapes)
  }
}
