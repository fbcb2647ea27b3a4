import Autograd
import Kernels
import Testing

/// Checks that two lists of numbers differ by at most `tolerance` of the largest finite one.
///
/// Infinities and NaNs must be the same on both sides.
package func expectClose(
  _ found: [Float], _ wanted: [Float], tolerance: Float = 1e-4,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == wanted.count, "\(what())", sourceLocation: sourceLocation)
  let size = wanted.lazy.filter(\.isFinite).map(abs).max() ?? 0
  func isClose(_ a: Float, _ b: Float) -> Bool {
    a == b || abs(a - b) <= tolerance * size || (a.isNaN && b.isNaN)
  }
  let apart = zip(found, wanted).enumerated().first { !isClose($1.0, $1.1) }
  guard let (place, (a, b)) = apart else { return }
  Issue.record(
    "\(what()) number \(place) is \(a), not \(b); the largest is \(size)",
    sourceLocation: sourceLocation)
}

package func expectClose(
  _ found: Buffer, _ wanted: Buffer, tolerance: Float = 1e-4,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    found.scalars, wanted.scalars, tolerance: tolerance, what(), sourceLocation: sourceLocation)
}

package func expectClose(
  _ found: Tensor, _ wanted: Tensor, tolerance: Float = 1e-4,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.shape == wanted.shape, "\(what())", sourceLocation: sourceLocation)
  expectClose(
    found.scalars, wanted.scalars, tolerance: tolerance, what(), sourceLocation: sourceLocation)
}
