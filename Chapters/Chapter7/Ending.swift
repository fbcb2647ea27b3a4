import Notebook

/// How the chapter ends.
let ending = Ending(
  summary: ["One.", "Two.", "Three."],
  questions: [
    Question("A?", answer: "A."), Question("B?", answer: "B."), Question("C?", answer: "C."),
  ],
  changes: [Change("A.", outcome: "A."), Change("B.", outcome: "B.")],
  reading: ["Xie et al. 2016"])
