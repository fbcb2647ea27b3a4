import Autograd
import TestSupport
import Testing

@Suite struct SoftmaxTests {
  @Test func scoresBecomeProbabilities() {
    let p = Tensor([0, 0, 1, 0, 1000, -1000], shape: [3, 2]).softmax()
    expectClose(
      p, Tensor([0.5, 0.5, 0.7310586, 0.26894143, 1, 0], shape: [3, 2]), tolerance: 1e-6)
  }

  @Test func eachRowAddsUpToOne() {
    let p = (5 * Tensor.ramp([7, 10])).softmax().scalars
    let sums = (0..<7).map { p[$0 * 10..<$0 * 10 + 10].reduce(0, +) }
    expectClose(sums, [Float](repeating: 1, count: 7), tolerance: 1e-6)
  }

  @Test func theFirstOfSeveralLargestIsTheOne() {
    let x = Tensor([1, 3, 3, -1, -2, -1, 5, 5, 5], shape: [3, 3])
    #expect(x.argMax() == [1, 0, 0])
  }

  @Test func noRowsGiveNoRows() {
    #expect(Tensor.zeros([0, 3]).softmax().shape == [0, 3])
    #expect(Tensor.zeros([0, 3]).argMax() == [])
  }

  @Test func theyAreOffTheTape() {
    let x = Tensor.ramp([2, 3]).on(Tape())
    #expect(x.softmax().tape == nil)
    #expect(Tensor.zeros([0, 3]).on(Tape()).softmax().tape == nil)
  }

  @Test func softmaxWantsRows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2, 0]).softmax()
    }
    #expect(result?.lastWords == "softmax: [2, 0] should be [N, classes]")
  }

  @Test func argMaxWantsRows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([10]).argMax()
    }
    #expect(result?.lastWords == "argMax: [10] should be [N, classes]")
  }
}
