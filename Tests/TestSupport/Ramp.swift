import Autograd
import Kernels

/// Numbers between −1 and 1 in no particular order, the same every time.
///
/// Neighbors in a run of 1009 differ by at least 1/500. Another `seed` starts elsewhere in the run.
package func ramp(_ count: Int, seed: Int = 0) -> [Float] {
  (0..<count).map { Float(($0 + seed) * 7919 % 1009) / 500 - 1 }
}

extension Buffer {
  package static func ramp(_ count: Int, seed: Int = 0) -> Buffer {
    Buffer(TestSupport.ramp(count, seed: seed))
  }
}

extension Tensor {
  package static func ramp(_ shape: [Int], seed: Int = 0) -> Tensor {
    Tensor(TestSupport.ramp(shape.reduce(1, *), seed: seed), shape: shape)
  }
}
