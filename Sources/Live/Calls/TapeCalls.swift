import Autograd

// What a page asks of the tape of a small expression.

nonisolated(unsafe) private var recorded: RecordedExpression?

/// Records an expression of the numbers that the page wrote, and takes its gradient.
///
/// - Returns: how many numbers the answer has: the number of lines; for each the number of its inputs, these,
///   the number of its values, these; then for each contribution the line it comes from, the line it flows to, its
///   numbers, and the sum of all that has come to that line.
@_cdecl("tape") public func tape(expression: Int32, isWatched: Int32) -> Int32 {
  let kind = RecordedExpression.Kind.allCases[Int(expression)]
  let numbers = (0..<kind.length * kind.inputs).map { given[$0] }
  let new = RecordedExpression(kind, numbers, isWatched: isWatched != 0)
  recorded = new
  var answer = [Float(new.lines.count)]
  for line in new.lines {
    let values = line.value?.scalars ?? []
    answer += [Float(line.inputs.count)] + line.inputs.map { Float($0) }
    answer += [Float(values.count)] + values
  }
  for flow in new.contributions {
    answer += [Float(flow.from), Float(flow.to)] + flow.gradient.scalars + flow.total.scalars
  }
  return reply(answer)
}

/// - Returns: how many bytes the names of the operations have, each on a line of its own.
@_cdecl("tape_operations") public func tapeOperations() -> Int32 {
  reply((recorded?.lines ?? []).map { $0.operation.title }.joined(separator: "\n"))
}
