import Kernels

/// The means and squares of the planes of numbers that are not computed yet: whoever computes them measures
/// each plane while it is in the cache, if a batch norm asked for it.
final class Measurement: @unchecked Sendable {
  private let lock = Lock()
  private let geometry: ImageGeometry
  private var isWanted = false
  private var sums: PlaneSums?

  init(of geometry: ImageGeometry) { self.geometry = geometry }

  /// Computes `x`, and measures it on the way; `nil` if somebody else has begun to compute it.
  static func of(_ x: Buffer) -> PlaneSums? {
    guard let measurement = (x.pending as? any Measured)?.measurement else { return nil }
    measurement.lock.around { measurement.isWanted = true }
    _ = x.start
    return measurement.lock.around { measurement.sums }
  }

  /// Calls `compute` with where to note the sums, if somebody wants them.
  func around(_ compute: (PlaneSums?) -> Void) {
    let sums = lock.around { isWanted ? PlaneSums(geometry) : nil }
    compute(sums)
    lock.around { self.sums = sums }
  }
}

/// A result that can be measured while it is computed.
protocol Measured: Pending {
  var measurement: Measurement { get }
}
