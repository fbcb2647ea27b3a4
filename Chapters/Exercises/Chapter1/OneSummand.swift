import Autograd
import Exercising

extension Exercise {
  static let oneSummand = Exercise(
    "one-summand", chapter: 1, .find, "The same symptom, another cause",
    file: "Sources/Autograd/Ops/Add.swift",
    original: """
              .wrt(a) { dy in dy },
              .wrt(b) { dy in dy },
      """,
    given: """
              .wrt(b) { dy in dy }
      """,
    symptom: """
      Again the first layer of thirty residual ones gets 1.0 · 10⁻³⁴ of the last one's gradient. But this time \
      (x * x).sum() has the gradient [2, 4, 6] at x = [1, 2, 3], as it should.
      """,
    failure: "the gradient of a: missing",
    hints: """
      Contributions are added now, so look at what contributes: which operation has a shortcut that others \
      do not?

      Print the gradients of a and of b in (a + b).sum(), both watched on the same tape.

      A sum passes its gradient to both of its inputs: it needs `.wrt(a) { dy in dy }`, too.
      """,
    story: """
      Which of the two is lost depends on the order: with x + F(x) it is the shortcut, with F(x) + x the \
      branch, and then only the first and the last layer are trained, with a gradient that looks healthy.
      """
  ) { probe in
    var random = probe.random
    let tape = Tape()
    let a = tape.watch(Tensor.uniform([2, 3], in: 1...2, using: &random))
    let b = tape.watch(Tensor.uniform([2, 3], in: 1...2, using: &random))
    let sum = a + b
    probe.tell("a + b", sum)
    let gradients = (sum * sum).sum().backward()
    probe.tell(gradient: "b", gradients[b])
    probe.tell(gradient: "a", gradients[a])
    probe.tellThirtyLayers(isResidual: true)
  }
}
