import Testing

@testable import Autograd

/// An operation keeps the derivative of just those inputs whose gradient somebody wants.
///
/// Each input is watched in turn while the others are merely on the tape, as images are.
func expectOnlyTheWantedToBeBlamed(
  among inputs: [Tensor], sourceLocation: SourceLocation = #_sourceLocation,
  _ f: ([Tensor]) -> Tensor
) {
  for wanted in [nil] + inputs.indices.map(Optional.some) {
    let tape = Tape()
    let y = f(inputs.indices.map { $0 == wanted ? tape.watch(inputs[$0]) : inputs[$0].on(tape) })
    let blamed = tape.lines[y.place!.line].blames.flatMap(\.lines).compactMap { $0 }
    #expect(blamed == (wanted.map { [$0] } ?? []), sourceLocation: sourceLocation)
    #expect(y.place!.isWanted == (wanted != nil), sourceLocation: sourceLocation)
  }
}
