import Autograd
import Notebook

/// A small tape, read forwards and backwards.
func tapeLines(_ checks: inout Checks) {
  // Here are all lines of a tape: a number for each, the operation, the shape of its result, and the
  // lines of its inputs.

  heading(
    "The tape, line by line",
    "Here are all lines of a tape: a number for each, the operation, the shape of its result, and the "
      + "lines of its inputs.")
  let tape = Tape()
  let numbers = tape.watch(Tensor([1, 2, 3], shape: [3]))
  let squares = (numbers * numbers).sum()
  for (number, line) in tape.lines.enumerated() {
    let source = line.inputs.isEmpty ? "given" : "from \(line.inputs)"
    show("line \(number): \(line.operation) \(line.shape), \(source)")
  }

  // Now from the last line to the first. Line 2 is a sum, whose derivative with respect to each number is
  // 1, so line 1 gets [1, 1, 1]. Line 1 is a product of line 0 with line 0: each factor gets the gradient
  // of the product times the other factor. Line 0 is both, so it gets [1, 2, 3] twice, and the two are
  // added.

  let ofSquares = squares.backward()[numbers]!
  show("the gradient of line 0:", ofSquares)
  checks.expect("it is twice each number", got: ofSquares.scalars, [2, 4, 6])

  // slide: The tape records each operation with the lines of its inputs
  // show: printed line 0: … line 1: … line 2: … the gradient of line 0:
  // mark: [2, 4, 6]
  // note: Read backwards: each line passes its gradient, times its derivatives, to the lines of its inputs.
  // say: Three numbers, their squares, the sum. Backwards: the sum gives every number a 1. The product has line 0
  //   twice, so line 0 gets 1, 2, 3 twice, and the two are added. That is all of backpropagation.
}
