import Notebook

/// How the chapter ends.
let ending = Ending(
  summary: ["a.", "b.", "c."],
  questions: [
    Question("a?", answer: "a."), Question("a?", answer: "a."), Question("a?", answer: "a."),
  ],
  changes: [Change("a", outcome: "b"), Change("a", outcome: "b")],
  reading: ["a"])
