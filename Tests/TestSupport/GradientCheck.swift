import Autograd
import Testing

/// Compares the gradients of the tape with central differences: each input number a step up and a step down.
package func expectGradientsMatchNudges(
  of inputs: [Tensor], step: Float = 1e-2, tolerance: Float = 2e-3,
  sourceLocation: SourceLocation = #_sourceLocation, _ f: ([Tensor]) -> Tensor
) {
  // Projecting the output onto an uneven direction keeps two outputs from being interchangeable.
  let output = f(inputs)
  let direction = Tensor((0..<output.count).map { 1 + Float($0 % 7) / 10 }, shape: output.shape)
  func project(_ inputs: [Tensor]) -> Double {
    zip(f(inputs).scalars, direction.scalars).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  let tape = Tape()
  let taped = inputs.map(tape.watch)
  let gradients = (f(taped) * direction).sum().backward()

  for (n, input) in inputs.enumerated() {
    guard let claimed = gradients[taped[n]]?.scalars else {
      Issue.record("input \(n) has no gradient", sourceLocation: sourceLocation)
      continue
    }
    for i in 0..<input.count {
      var (up, down) = (inputs, inputs)
      up[n] = input.nudged(at: i, by: step)
      down[n] = input.nudged(at: i, by: -step)
      let measured = Float((project(up) - project(down)) / Double(2 * step))
      #expect(
        abs(claimed[i] - measured) <= tolerance * max(1, abs(measured)),
        "input \(n), number \(i): the tape has \(claimed[i]), the difference is \(measured)",
        sourceLocation: sourceLocation)
    }
  }
}

extension Tensor {
  func nudged(at i: Int, by amount: Float) -> Tensor {
    var scalars = scalars
    scalars[i] += amount
    return Tensor(scalars, shape: shape)
  }
}
