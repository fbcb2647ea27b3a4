import Foundation
import Notebook

// The result as text and as JSON.

extension Classification {
  /// Prints which net was given which picture, and a table of the most probable classes.
  func show() {
    let side = preparation.side
    Notebook.show("\(recognized.title), \(recognized.classes) classes")
    let (height, width) = (subject.picture.height, subject.picture.width)
    let isCut = preparation.shorterSide > side
    Notebook.show(
      "\(subject.name), \(width) × \(height), shown to it as "
        + "\(recognized.channels) × \(side) × \(side)"
        + (isCut ? ", cut from a shorter side of \(preparation.shorterSide)" : ""))
    remarks.forEach(note)
    if let truth { Notebook.show([subject.shown(caption: "truly \(truth)")]) }
    Notebook.show(table(on: .standardOutput))
  }

  /// The name of the true class, if it is known.
  private var truth: String? {
    subject.truth.flatMap { truth in subject.classNames.map { $0[truth] } }
  }

  func table(on terminal: Terminal) -> Table {
    var table = Table("class", "probability", "")
    for answer in answers.answers {
      let length = Int((24 * answer.probability).rounded())
      table.add(
        answer.name, String(format: "%.2f%%", 100 * answer.probability),
        String(repeating: terminal.isUnicode ? "━" : "#", count: length))
    }
    return table
  }

  private struct Report: Encodable {
    let net, picture: String
    let truth: String?
    let shorterSide, side: Int
    let remarks: [String]
    let answers: [Answers.Answer]
    let logits: [Float]
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let report = Report(
      net: recognized.title, picture: subject.name, truth: truth,
      shorterSide: preparation.shorterSide, side: preparation.side, remarks: remarks,
      answers: answers.answers, logits: answers.logits)
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
