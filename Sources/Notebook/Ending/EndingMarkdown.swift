/// The end of a chapter as its page shows it.
extension Ending {
  /// All sections as Markdown, with answers and outcomes folded.
  func markdown(_ chapter: Chapter) -> String {
    let asked = questions.map { $0.text + folded("Answer", $0.answer) }
    let changed = changes.map { $0.text + folded("What comes out", $0.outcome) }
    let next = chapter.next.replacing(#/swift run \w+( --[\w-]+)*/#) { "`\($0.0)`" } + "."
    return [
      section(.summary, numbered(summary)), section(.questions, numbered(asked)),
      section(.changes, numbered(changed)),
      section(.reading, reading.map { item($0, "- ") }.joined(separator: "\n")),
      section(.next, next),
    ].joined(separator: "\n\n")
  }

  private func section(_ title: Title, _ text: String) -> String {
    "## \(title.rawValue)\n\n\(text)"
  }

  private func numbered(_ items: [String]) -> String {
    let texts = items.enumerated().map { item($1, "\($0 + 1). ") }
    return texts.joined(separator: items.contains { $0.contains("\n\n") } ? "\n\n" : "\n")
  }

  /// A list's item, whose lines are as far in as its text.
  private func item(_ text: String, _ label: String) -> String {
    let margin = String(repeating: " ", count: label.count)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return label
      + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
      .dropFirst(margin.count)
  }

  /// Text that code hosts and browsers show when its summary is clicked.
  private func folded(_ summary: String, _ text: String) -> String {
    "\n\n<details>\n<summary>\(summary)</summary>\n\n\(text)\n\n</details>"
  }
}
