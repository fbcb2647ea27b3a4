import Testing

@testable import Autograd

/// An operation keeps backward functions for just those inputs that require a gradient.
///
/// Each input is watched in turn while the others are merely on the tape, as images are.
func expectGradientsOnlyWhereRequired(
  among inputs: [Tensor], sourceLocation: SourceLocation = #_sourceLocation,
  _ f: ([Tensor]) -> Tensor
) {
  for watched in [nil] + inputs.indices.map(Optional.some) {
    let tape = Tape()
    let y = f(inputs.indices.map { $0 == watched ? tape.watch(inputs[$0]) : inputs[$0].on(tape) })
    let line = tape.lines[y.place!.line]
    let differentiated = line.backward.flatMap(\.inputs).compactMap { $0 }
    #expect(differentiated == (watched.map { [$0] } ?? []), sourceLocation: sourceLocation)
    #expect(y.place!.requiresGradient == (watched != nil), sourceLocation: sourceLocation)
  }
}
