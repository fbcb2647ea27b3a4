import Kernels

extension Tape {
  /// The line in which infinities and NaNs first appeared, among those inside a layer.
  ///
  /// A result that no backward function needs is gone by now. If what was computed from it is the first
  /// that is not finite, it began with the earliest one that is gone on the way there.
  package var firstNonFinite: Line? {
    let isNotFinite: (Line) -> Bool = { line in
      line.operation != .parameter && !line.scope.isEmpty
        && line.result.map { !$0.scalars.allSatisfy(\.isFinite) } == true
    }
    guard var first = lines.firstIndex(where: isNotFinite) else { return nil }
    while let before = lines[first].inputs.filter({ isGone(lines[$0]) }).min() { first = before }
    return lines[first]
  }

  private func isGone(_ line: Line) -> Bool {
    line.operation != .parameter && !line.scope.isEmpty && line.result == nil
  }
}
