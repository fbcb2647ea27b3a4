import Autograd
import Kernels
import TestSupport
import Testing

private let shapes = [[2, 1, 1, 1], [1, 2, 2, 3], [3, 3, 3, 2], [2, 17, 2, 2]]

@Suite struct BatchNorm2DTests {
  @Test func byHand() {
    let x = Tensor([1, 3, 5, 7], shape: [2, 1, 1, 2])
    let (y, statistics) = batchNorm2D(
      x, Tensor([6], shape: [1]), Tensor([2], shape: [1]), epsilon: 4)
    #expect(statistics.mean == [4])
    #expect(statistics.variance == [5])
    expectClose(y.scalars, [-4, 0, 4, 8], tolerance: 1e-6)
  }

  @Test func withGivenStatisticsItIsAffine() {
    let x = Tensor([1, 3, 5, 7], shape: [2, 1, 1, 2])
    let (weight, bias) = (Tensor([6], shape: [1]), Tensor([2], shape: [1]))
    let statistics = ChannelStatistics(mean: [1], variance: [5])
    let y = batchNorm2D(x, weight, bias, statistics: statistics, epsilon: 4)
    expectClose(y.scalars, [2, 6, 10, 14], tolerance: 1e-6)
    let below = relu(batchNorm2D(-1 * x, weight, bias, statistics: statistics, epsilon: 4))
    #expect(below.scalars == [0, 0, 0, 0])
  }

  @Test(arguments: shapes) func shape(x: [Int]) throws {
    #expect(try Shapes.batchNorm2D(x, [x[1]], [x[1]]) == x)
    #expect(try Shapes.batchNorm2D(x, [x[1]], [x[1]], statistics: [x[1]]) == x)
    let (y, statistics) = batchNorm2D(.ramp(x), .ramp([x[1]]), .ramp([x[1]]))
    #expect(y.shape == x)
    #expect(y.scalars.count == y.count)
    #expect([statistics.mean.count, statistics.variance.count] == [x[1], x[1]])
  }

  /// A nudge changes mean and variance, too.
  @Test(arguments: shapes) func gradientsInTrainingMode(x: [Int]) {
    expectGradientsMatchNudges(of: inputs(x), tolerance: 5e-3) {
      batchNorm2D($0[0], $0[1], $0[2], epsilon: 0.1).y
    }
  }

  @Test(arguments: shapes) func gradientsInEvaluationMode(x: [Int]) {
    let statistics = given(x[1])
    expectGradientsMatchNudges(of: inputs(x)) {
      batchNorm2D($0[0], $0[1], $0[2], statistics: statistics)
    }
  }

  /// The kernels compute both in one pass over memory; the tape, and the numbers, know nothing of it.
  @Test(arguments: shapes) func aReLUBehindItSeesTheSameNumbers(x: [Int]) {
    func pass(isRead: Bool) -> [Tensor] {
      let tape = Tape()
      let taped = inputs(x).map(tape.watch)
      let norms = [
        batchNorm2D(taped[0], taped[1], taped[2]).y,
        batchNorm2D(taped[0], taped[1], taped[2], statistics: given(x[1])),
      ]
      if isRead { for norm in norms { _ = norm.scalars } }
      let y = relu(norms[0]) + relu(norms[1])
      let gradients = (y * .ramp(x, seed: 11)).sum().backward()
      return [y] + taped.map { gradients[$0]! }
    }
    for (a, b) in zip(pass(isRead: false), pass(isRead: true)) { #expect(a.scalars == b.scalars) }
  }

  @Test func theTapeRecordsNormAndReLU() {
    let tape = Tape()
    let x = Tensor.ramp([1, 1, 2, 2]).on(tape)
    _ = relu(batchNorm2D(x, .ones([1]), .zeros([1])).y)
    #expect(tape.lines.map(\.operation) == [.input, .batchNorm2D, .relu])
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: inputs([1, 3, 2, 2])) {
      batchNorm2D($0[0], $0[1], $0[2]).y
    }
    let given = given(3)
    expectGradientsOnlyWhereRequired(among: inputs([1, 3, 2, 2])) {
      batchNorm2D($0[0], $0[1], $0[2], statistics: given)
    }
  }

  private func given(_ channels: Int) -> ChannelStatistics {
    ChannelStatistics(
      mean: ramp(channels, seed: 7).map(Double.init),
      variance: [Double](repeating: 2, count: channels))
  }

  private func inputs(_ x: [Int]) -> [Tensor] {
    [.ramp(x), .ramp([x[1]], seed: 3), .ramp([x[1]], seed: 5)]
  }
}
