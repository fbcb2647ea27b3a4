/// A task about a chapter that the engine itself checks.
///
/// In most of them one place of a real file is changed, and is to be found and mended. The probe computes
/// something with that file; it is run with the original and with the learner's file on the same seed, and
/// both have to give the same numbers. So an exercise cannot drift from the code: it is the code.
public struct Exercise: Sendable {
  /// What kind of work it is.
  public enum Kind: String, CaseIterable, Sendable {
    case write = "write it"
    case predict = "predict it"
    case find = "find the bug"
    case measure = "measure it"
  }

  /// Where it is done.
  public enum Task: Sendable {
    /// In a copy of this file of the package, in which `original` was replaced by `given`.
    case mend(file: String, original: String, given: String)
    /// In a list of questions; the probe gives the answer to each, under its words.
    case answer([String])
  }

  /// The name it is asked for by, such as `relu-gradient`.
  public let name: String
  /// The chapter it belongs to, counted from 1.
  public let chapter: Int
  /// What is asked for.
  public let kind: Kind
  /// A few words, in which the answer is not.
  public let title: String
  /// Where it is done.
  public let task: Task
  /// What a learner sees: the number that shows that something is wrong, or the question.
  public let symptom: String
  /// What the sentence about the unsolved exercise contains: the intended reason why it fails.
  public let failure: String
  /// Where to look, which number to print, and the rule that is broken.
  public let hints: [String]
  /// Told when it is solved: why, and what the original does.
  public let story: String
  /// Where the bug lived in a real project.
  public let source: String?
  /// What the symptom looks like, where a figure can show it.
  public let figure: SymptomFigure?
  /// Tells what the checked code computes.
  public let probe: Telling
  /// Tells what the symptom says of trainings, for which a check has no time.
  public let training: Telling?

  /// Computes something, and tells it.
  public typealias Telling = @Sendable (inout Probe) -> Void

  /// An exercise in which a file is mended.
  ///
  /// - Parameters:
  ///   - file: the path of the original from the package's top level.
  ///   - original: occurs in it exactly once.
  ///   - given: what the learner finds there instead.
  ///   - hints: three, with an empty line between them.
  ///   - figure: what the symptom looks like.
  ///   - training: tells the numbers of the symptom for which a check has no time.
  public init(
    _ name: String, chapter: Int, _ kind: Kind, _ title: String, file: String,
    original: String, given: String, symptom: String, failure: String, hints: String,
    story: String, source: String? = nil, figure: SymptomFigure? = nil,
    training: Telling? = nil, probe: @escaping Telling
  ) {
    (self.name, self.chapter, self.kind, self.title) = (name, chapter, kind, title)
    task = .mend(file: file, original: original, given: given)
    (self.symptom, self.failure, self.hints) = (symptom, failure, paragraphs(hints))
    (self.story, self.source, self.figure) = (story, source, figure)
    (self.probe, self.training) = (probe, training)
  }

  /// An exercise in which questions are answered.
  ///
  /// - Parameters:
  ///   - questions: each is the name under which the probe tells its answer.
  ///   - hints: three, with an empty line between them.
  public init(
    _ name: String, chapter: Int, _ kind: Kind, _ title: String, questions: [String],
    symptom: String, hints: String, story: String, source: String? = nil,
    probe: @escaping Telling
  ) {
    (self.name, self.chapter, self.kind, self.title) = (name, chapter, kind, title)
    task = .answer(questions)
    (self.symptom, self.failure, self.hints) = (symptom, "is not answered", paragraphs(hints))
    (self.story, self.source, self.figure) = (story, source, nil)
    (self.probe, training) = (probe, nil)
  }
}

extension Exercise {
  /// What a program of a check can run.
  package enum Part: String, CaseIterable { case probe, training }

  /// How a program of a check is told what to run.
  func called(_ part: Part) -> String { part == .probe ? name : "\(name)/\(part)" }

  /// What is called so.
  func telling(called words: String) -> Telling? {
    words == called(.probe) ? probe : words == called(.training) ? training : nil
  }
}

private func paragraphs(_ text: String) -> [String] {
  text.split(separator: "\n\n").map { String($0) }
}
