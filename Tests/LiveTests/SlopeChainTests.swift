import Autograd
import Chapter1Net
import Foundation
import Testing

@testable import Live

@Suite struct SlopeChainTests {
  @Test func theDerivativeIsTheProductOfTheSlopes() {
    for activation in Activation.allCases {
      for isResidual in [false, true] {
        let walk = SlopeChain(activation, weight: 1.5, isResidual: isResidual)
          .walk(from: 0.3, count: 12)
        var product = 1.0
        for (slope, derivative) in zip(walk.slopes, walk.derivatives) {
          product *= Double(slope)
          #expect(abs(Double(derivative) - product) <= 1e-5 * abs(product))
        }
      }
    }
  }

  /// Chapter 1 computes the same product by hand.
  @Test func fromZeroThroughSigmoidsItIsTheChaptersProduct() {
    var (y, product) = (0.0, 1.0)
    let walk = SlopeChain(.sigmoid, weight: 1, isResidual: false).walk(from: 0, count: 30)
    for derivative in walk.derivatives {
      y = 1 / (1 + exp(-y))
      product *= y * (1 - y)
      #expect(abs(Double(derivative) / product - 1) < 1e-5)
    }
  }
}
