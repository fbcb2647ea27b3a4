import Autograd
import TestSupport
import Testing

@Suite struct SquareRootTests {
  @Test func byHand() {
    #expect(squareRoot(Tensor([0, 1, 4, 6.25], shape: [4])).scalars == [0, 1, 2, 2.5])
    #expect(squareRoot(Tensor(-1)).scalar.isNaN)
  }

  @Test(arguments: [[], [3], [2, 3], [1, 2, 3, 2]]) func shapeAndGradient(shape: [Int]) {
    let x = exp(.ramp(shape))
    #expect(squareRoot(x).shape == shape)
    expectGradientsMatchNudges(of: [x], step: 1e-3) { squareRoot($0[0]) }
  }
}
