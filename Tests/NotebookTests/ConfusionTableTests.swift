import Testing

@testable import Notebook
import TestSupport

struct ConfusionTableTests {
  let confusion = ConfusionTable(
    counts: [[90, 0, 1], [0, 80, 12], [3, 0, 70]], names: ["shirt", "coat", "bag"])

  @Test func mistakesStandOutAgainstDots() {
    #expect(
      confusion.text(.file) == """
        true ↓  answer →  shirt  coat  bag
        ────────────────  ─────  ────  ───
        shirt                90     ·    1
        coat                  ·    80   12
        bag                   3     ·   70
        coat taken for bag: 12 times
        bag taken for shirt: 3 times
        shirt taken for bag: once
        """)
  }

  @Test func inColorOnlyMistakesArePainted() {
    let text = confusion.text(.window(80))
    #expect(text.contains("\u{1B}[1;33m 12\u{1B}[0m"))
    #expect(text.contains("·    80  "))
  }

  @Test func inMarkdownMistakesAreBold() {
    #expect(confusion.markdown.contains("| coat | · | 80 | **12** |"))
  }

  @Test func namesThatWouldNotFitBecomeNumbers() {
    let text = confusion.text(.grayWindow(32))
    #expect(text.hasPrefix("true ↓  answer →   0   1   2\n"))
    #expect(text.contains("\n1 coat             ·  80  12\n"))
  }

  @Test func withoutMistakesThereIsNothingToAdd() {
    let text = ConfusionTable(counts: [[2]], names: ["a"]).text(.plainFile)
    #expect(text == "true \\ answer  a\n-------------  -\na              2")
  }

  @Test func countsMustBeSquare() async {
    await #expect(processExitsWith: .failure) {
      _ = ConfusionTable(counts: [[1, 2]], names: ["a", "b"])
    }
  }
}
