/// Nobody draws a pass that was refused, in place of `Autograd/Refusal.swift`.
package struct Refusal {
  let operation: Tape.Operation
  let inputs: [Int]
  let scope: [Tape.Frame]
}

/// What a rule answers; the engine stops with the sentence of shapes that do not fit.
func fitting<Answer>(
  _ rule: @autoclosure () throws(SentenceError) -> Answer,
  of inputs: @autoclosure () -> [Tensor?] = []
) -> Answer {
  do { return try rule() } catch { stop(error.description) }
}
