import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct LayerNormTests {
  /// Rows of whole vectors, and rows that leave a rest.
  @Test(arguments: [(1, 1), (3, 5), (7, 16), (200, 64), (33, 48), (0, 16)]) func bothSetsAgree(
    rows: Int, columns: Int
  ) {
    let x = Buffer(Buffer.ramp(rows * columns).scalars.map { 3 * $0 + 20 })
    let (w, b) = (Buffer.ramp(columns, seed: 2), Buffer.ramp(columns, seed: 3))
    expectClose(
      OneDNN.layerNorm(x, w, b, epsilon: 1e-5), Reference.layerNorm(x, w, b, epsilon: 1e-5))
    let dy = Buffer.ramp(rows * columns, seed: 4)
    let (fast, slow) = (
      OneDNN.layerNormGradient(dy, x, w, epsilon: 1e-5),
      Reference.layerNormGradient(dy, x, w, epsilon: 1e-5)
    )
    expectClose(fast.x, slow.x)
    expectClose(fast.w, slow.w)
    expectClose(fast.b, slow.b)
  }

  @Test func aRowOfEqualNumbersBecomesTheBias() {
    for kernels in [OneDNN.self, Reference.self] as [any KernelSet.Type] {
      let y = kernels.layerNorm(
        Buffer(repeating: 7, count: 32), Buffer(repeating: 2, count: 16),
        Buffer(repeating: 3, count: 16), epsilon: 1e-5)
      #expect(y.scalars == [Float](repeating: 3, count: 32))
    }
  }
}
