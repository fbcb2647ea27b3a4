import Foundation
import Sentences
import Training

/// A picture, a net from a file, and the output of the net for the picture.
struct Classification {
  let recognized: RecognizedNet
  let preparation: Preparation
  let subject: Subject
  let answers: Answers
  /// What was done with the files that a reader may not expect, a sentence each.
  let remarks: [String]

  /// - Throws: an error whose description says what is wrong with which file.
  init(_ request: Request, _ options: Classify) throws {
    let weights = URL(fileURLWithPath: options.weights)
    let checkpoint = try Checkpoint(weights)
    recognized = try RecognizedNet(
      TensorShapes(checkpoint.shapes, file: weights.path, without: checkpoint.prefixes))
    let chosen = try recognized.preparation(
      in: checkpoint, weights, shorterSide: options.resize)
    preparation = chosen.preparation
    let ofFile = try checkpoint.load(into: recognized.net)

    subject = try Subject(
      request.source, turnedUpright: options.upright, in: options.dataDirectory)
    remarks = ofFile + [chosen.remark, subject.remark].compactMap(\.self)
    let names = try ClassNames(
      options.labels.map { URL(fileURLWithPath: $0) },
      or: preparation.classNames ?? request.dataset?.classNames, classes: recognized.classes)
    let picture = options.invert ? subject.picture.inverted : subject.picture
    let input = try preparation(picture, name: subject.name)
    answers = try Answers(recognized.net(input), names: names, top: options.top)
  }
}
