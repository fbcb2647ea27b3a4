import Autograd
import Exercising

extension Exercise {
  static let productRule = Exercise(
    "product-rule", chapter: 1, .find, "A product that passes the usual test",
    file: "Sources/Autograd/Ops/Multiply.swift",
    original: """
              .wrt(a) { dy in kernels.multiply(dy, v) },
              .wrt(b) { dy in kernels.multiply(dy, u) },
      """,
    given: """
              .wrt(a) { dy in kernels.multiply(dy, u) },
              .wrt(b) { dy in kernels.multiply(dy, v) },
      """,
    symptom: """
      (x * x).sum() has the gradient [2, 4, 6] at x = [1, 2, 3]. But with a = 3 and b = 5 the gradient of \
      a * b is 3 for a and 5 for b.
      """,
    failure: "the gradient of a in a * b",
    hints: """
      A test with the same factor twice cannot tell the two derivatives apart.

      Print both gradients of a * b for a = 3, b = 5, beside a finite difference: how much does the product \
      grow if a grows by 0.01?

      The derivative of a · b by a is b: the first must be multiplied by v, the second by u.
      """,
    story: """
      A test with equal inputs is a test of half of the function. Tests here draw all inputs at random.
      """
  ) { probe in
    var random = probe.random
    let tape = Tape()
    let a = tape.watch(Tensor.uniform([5], in: 1...2, using: &random))
    let b = tape.watch(Tensor.uniform([5], in: 3...4, using: &random))
    probe.tell("a * b", a * b)
    probe.tell(gradient: "x in x * x", (a * a).sum().backward()[a])
    let gradients = (a * b).sum().backward()
    probe.tell(gradient: "a in a * b", gradients[a])
    probe.tell(gradient: "b in a * b", gradients[b])
  }
}
