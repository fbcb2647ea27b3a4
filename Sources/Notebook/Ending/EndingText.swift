/// The end of a chapter as a terminal shows it.
extension Ending {
  /// Summary, questions, changes and reading; answers and outcomes are left to `--answers`.
  func text(_ chapter: Chapter, _ terminal: Terminal) -> String {
    let folded = dim("swift run \(chapter.name) --answers tells what comes out", terminal)
    return [
      section(.summary, summary, terminal),
      section(.questions, questions.map(\.text), terminal) + "\n" + folded,
      section(.changes, changes.map(\.text), terminal) + "\n" + folded,
      section(.reading, reading, terminal),
    ].joined(separator: "\n")
  }

  /// Questions with their answers, and changes with what comes out.
  func answers(_ chapter: Chapter, _ terminal: Terminal) -> String {
    let asked = questions.map { [$0.text, $0.answer] }
    let changed = changes.map { [$0.text, $0.outcome] }
    return headingText(chapter.title, terminal) + "\n"
      + section(.questions, asked, terminal) + "\n" + section(.changes, changed, terminal)
  }

  private func section(_ title: Title, _ items: [String], _ terminal: Terminal) -> String {
    section(title, items.map { [$0] }, terminal)
  }

  /// A heading and below it the items, numbered; those of several paragraphs stand apart.
  private func section(_ title: Title, _ items: [[String]], _ terminal: Terminal) -> String {
    let texts = items.enumerated().map { number, paragraphs in
      paragraphs.enumerated().map { i, text in
        hanging(plain(text), after: i == 0 ? "\(number + 1). " : "   ", terminal)
      }.joined(separator: "\n")
    }
    let gap = items.contains { $0.count > 1 } ? "\n\n" : "\n"
    return headingText(title.rawValue, terminal) + "\n" + texts.joined(separator: gap)
  }

  private func dim(_ text: String, _ terminal: Terminal) -> String {
    terminal.styled(hanging(text + ".", after: "   ", terminal), .dim)
  }

  /// The titles of the end's sections.
  enum Title: String {
    case summary = "In three sentences"
    case questions = "Predict, then run"
    case changes = "Two changes to make"
    case reading = "To read"
    case next = "Next"
  }
}

/// Markdown without its marks of emphasis and its link targets; code keeps its backticks.
func plain(_ markdown: String) -> String {
  markdown.replacing(#/\[([^\]]+)\]\([^)\s]+\)/#) { "\($0.1)" }
    .replacing(#/(\*\*?)(\S|\S[^*]*\S)\1/#) { "\($0.2)" }
}
