import Sentences

/// How a chapter ends: what it showed, what to predict and then run, what to change, and what to read.
///
///     let ending = Ending(
///       summary: ["…", "…", "…"],
///       questions: [Question("What does the loss begin with?", answer: "2.303: …"), …],
///       changes: [Change("In Net.swift, remove the shortcut", outcome: "The loss stays at 2.3"), …],
///       reading: ["He et al. 2015, *Deep residual learning*, section 3.1"])
///
/// Its texts are Markdown: the chapter's page shows them, with answers and outcomes folded, and the
/// terminal prints them, with answers and outcomes for `--answers` alone.
public struct Ending: Sendable {
  let summary: [String]
  let questions: [Question]
  let changes: [Change]
  let reading: [String]

  /// - Parameters:
  ///   - summary: what the chapter showed, in three sentences.
  ///   - questions: three, whose answers a reader predicts and then finds by a run.
  ///   - changes: two, of the code, with what comes out.
  ///   - reading: at least one paper or book, with the section.
  public init(summary: [String], questions: [Question], changes: [Change], reading: [String]) {
    func requireCount(_ count: Int, _ wanted: Int, _ what: String) {
      require(
        count == wanted, "Ending: the number of \(what) is \(count); a chapter ends with \(wanted)")
    }
    requireCount(summary.count, 3, "sentences in summary")
    requireCount(questions.count, 3, "questions")
    requireCount(changes.count, 2, "changes")
    require(
      !reading.isEmpty, "Ending: reading is empty; it names at least one paper with its section")
    (self.summary, self.questions) = (summary, questions)
    (self.changes, self.reading) = (changes, reading)
    for text in texts { requirePrintable(text) }
  }

  private var texts: [String] {
    summary + questions.flatMap { [$0.text, $0.answer] }
      + changes.flatMap { [$0.text, $0.outcome] } + reading
  }
}

/// A question whose answer a reader predicts before finding it by a run.
public struct Question: Sendable {
  let text, answer: String

  /// - Parameters:
  ///   - text: the question.
  ///   - answer: with the command that shows it, and the number that came out.
  public init(_ text: String, answer: String) { (self.text, self.answer) = (text, answer) }
}

/// A change of a chapter's code that a reader may try.
public struct Change: Sendable {
  let text, outcome: String

  /// - Parameters:
  ///   - text: in which file to change what.
  ///   - outcome: what comes out, with numbers.
  public init(_ text: String, outcome: String) { (self.text, self.outcome) = (text, outcome) }
}

/// A blank text would be an empty entry, and a formula is unreadable in a terminal.
private func requirePrintable(_ text: String) {
  require(
    text.contains { !$0.isWhitespace }, "Ending: one of its texts is blank; each is a sentence")
  require(
    text.count { $0 == "$" } < 2,
    "Ending: \"\(text)\" has a formula between dollar signs, which a terminal cannot show; "
      + "write it in plain characters, such as x + F(x)")
}
