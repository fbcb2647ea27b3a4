import Foundation
import Sentences
import Training

/// A picture, a net from a file, and the output of the net for the picture.
struct Classification {
  let recognized: RecognizedNet
  let preparation: Preparation
  let subject: Subject
  let answers: Answers

  /// - Throws: an error whose description says what is wrong with which file.
  init(_ request: Request, _ options: Classify) throws {
    let weights = URL(fileURLWithPath: options.weights)
    let checkpoint = try Checkpoint(weights)
    recognized = try RecognizedNet(TensorShapes(checkpoint.shapes, file: weights.path))
    preparation = try recognized.preparation(
      in: checkpoint, weights.path, shorterSide: options.resize)
    try checkpoint.load(into: recognized.net)

    subject = try Subject(request.source, in: options.dataDirectory)
    let names = try ClassNames(
      options.labels.map { URL(fileURLWithPath: $0) },
      or: preparation.classNames ?? request.dataset?.classNames, classes: recognized.classes)
    let picture = options.invert ? subject.picture.inverted : subject.picture
    let input = try preparation(picture, name: subject.name)
    answers = try Answers(recognized.net(input), names: names, top: options.top)
  }
}

extension RecognizedNet {
  /// How pictures are prepared: as the file says, or else as is usual for such a net.
  ///
  /// - Parameter shorterSide: that of `--resize`, if it was given.
  /// - Throws: `SentenceError` if the net does not accept such pictures.
  func preparation(
    in checkpoint: Checkpoint, _ file: String, shorterSide: Int?
  ) throws -> Preparation {
    let said = checkpoint.preparation ?? usual
    guard said.mean.count == channels, sides ~= said.side else {
      throw SentenceError(
        "\(file) says that its net is shown pictures of \(said.mean.count)×\(said.side)×\(said.side), "
          + "which \(title) cannot be")
    }
    guard let shorterSide else { return said }
    guard shorterSide >= said.side else {
      throw SentenceError(
        "--resize is \(shorterSide), but \(title) is shown \(said.side) pixels each way")
    }
    return said.with(shorterSide: shorterSide)
  }
}
