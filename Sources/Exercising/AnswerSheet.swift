import Foundation

/// The file in which questions are answered: a question in each line, a colon, and behind it the answer.
package enum AnswerSheet {
  /// A sheet without answers, below the exercise's words as comments.
  package static func empty(_ questions: [String], below comment: [String]) -> String {
    (comment.map { $0.isEmpty ? "#" : "# \($0)" } + [""] + questions.map { "\($0): " })
      .joined(separator: "\n") + "\n"
  }

  /// The answers, by their questions.
  static func answers(in text: String) -> [String: String] {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    let pairs = lines.compactMap { line -> (String, String)? in
      guard let colon = line.lastIndex(of: ":") else { return nil }
      let answer = line[line.index(after: colon)...]
      return (
        line[..<colon].trimmingCharacters(in: .whitespaces),
        answer.trimmingCharacters(in: .whitespaces)
      )
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }

  /// Whether an answer is what the engine found: numbers in brackets or without, `4,640` or `4640`.
  static func isRight(_ answer: String, _ told: Told) -> Bool {
    switch told.value {
    case .words(let words):
      let given = answer.split(whereSeparator: { ", []".contains($0) }).map { $0.lowercased() }
      return given.sorted() == words.map { $0.lowercased() }.sorted()
    case .numbers(let numbers):
      let whole = answer.replacing(#/(\d),(\d{3})(?!\d)/#) { "\($0.1)\($0.2)" }
        .replacing(#/(\d),(\d{3})(?!\d)/#) { "\($0.1)\($0.2)" }
      let given = whole.replacing("−", with: "-")
        .split(whereSeparator: { ", []()×".contains($0) }).map { Double($0) }
      return given.count == numbers.count
        && zip(given, numbers).allSatisfy { given, number in
          given.map { abs($0 - number) <= told.tolerance * (1 + abs(number)) + 1e-9 } ?? false
        }
    }
  }
}
