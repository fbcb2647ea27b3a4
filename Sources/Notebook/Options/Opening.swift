/// The first lines of a run: what the chapter is, how long it takes, where data, text and figures are.
func openingText(_ chapter: Chapter, figures: String, _ terminal: Terminal) -> String {
  let other = [("--quick", chapter.quick), ("--full", chapter.full)].compactMap { name, what in
    what.map { "; \(name): \($0)" }
  }
  let names = chapter.datasets.map(\.title).joined(separator: " and ")
  let rows = [
    (
      "time",
      "about \(chapter.time) on two cores with AVX-512, up to four times that without"
        + other.joined()
    ),
    (
      "data",
      names.isEmpty
        ? "none"
        : "\(names), from --data-directory, DATASETS_ROOT or .data, or else downloaded"
    ),
    ("text", "\(chapter.page), or all as a book: swift run weave --recorded --open"),
    ("figures", figures),
  ]
  let lines = rows.map { hanging($1, after: "\($0):".padded(to: 10), terminal) }
  return ([headingText(chapter.title, terminal), chapter.abstract, ""] + lines)
    .joined(separator: "\n")
}

/// The last lines of a run: what to do next.
func closingText(_ chapter: Chapter, _ terminal: Terminal) -> String {
  let text = "\(chapter.next). \(chapter.page) is this chapter with its text."
  return hanging(text, after: "next: ", terminal)
}
