import CPlanes
import Kernels

/// The loops over planes and other runs of vectors, in the version for this processor.
let loops = plane_loops_for_this()!.pointee

extension Buffer {
  /// A buffer arranged as this one, filled part by part on all cores.
  ///
  /// - Parameter fill: is given where a part begins, in floats, where to write it, and how many vectors it has.
  func filled(
    _ fill: (_ first: Int, _ start: UnsafeMutablePointer<Float>, _ vectors: Int) -> Void
  ) -> Buffer {
    let result = Buffer(like: self)
    withExtendedLifetime(result) {
      let start = result.start
      forEachRun(of: result.vectorCount) { run in
        fill(16 * run.lowerBound, start + 16 * run.lowerBound, run.count)
      }
    }
    return result
  }
}
