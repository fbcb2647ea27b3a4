import Autograd
import TestSupport
import Testing

@Suite struct MeanTests {
  @Test func byHand() {
    #expect(Tensor([1, 2, 4.5], shape: [3]).mean().scalar == 2.5)
  }

  @Test(arguments: [[], [3, 5], [2, 3, 4, 5]]) func theResultIsOneNumber(shape: [Int]) {
    #expect(Tensor.ramp(shape).mean().shape == [])
  }

  @Test(arguments: [[], [7], [2, 3, 2, 2]]) func gradients(shape: [Int]) {
    expectGradientsMatchNudges(of: [.ramp(shape)]) { $0[0].mean() }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([3])]) { $0[0].mean() }
  }

  @Test func nothingHasNoMean() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([], shape: [2, 0]).mean()
    }
    #expect(result?.lastWords == "mean: [2, 0] holds no numbers")
  }
}
