/// An operation that was not computed, because the shapes it was given do not fit.
package struct Refusal {
  /// The kind of operation, as its sentence calls it.
  package let operation: Tape.Operation
  /// The lines of its inputs, parameters among them.
  package let inputs: [Int]
  /// The layers whose `forward` called it, outermost first.
  package let scope: [Tape.Frame]
}

/// The answer of a rule; a sentence stops the program.
///
/// - Parameter inputs: what the operation was given; their tape notes the refusal, for whoever draws how far
///   the net got.
func fitting<Answer>(
  _ rule: @autoclosure () throws(SentenceError) -> Answer,
  of inputs: @autoclosure () -> [Tensor?] = []
) -> Answer {
  do {
    return try rule()
  } catch {
    let given = inputs().compactMap { $0 }
    let name = error.description.prefix { $0 != ":" }
    given.lazy.compactMap { $0.tape }.first?.refuse(
      .init(String(name)), given.compactMap { $0.line })
    stop(error.description)
  }
}
