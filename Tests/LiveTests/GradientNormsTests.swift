import Chapter1Net
import Testing

@testable import Live

@Suite struct GradientNormsTests {
  private let gradients = GradientNorms(seed: 1)

  @Test func everyLayerHasANorm() {
    let norms = gradients.norms(depth: 8, .tanh, isResidual: false, scale: 1, seed: 1)
    #expect(norms.count == 8)
    #expect(norms.allSatisfy { $0 > 0 && $0.isFinite })
  }
}
