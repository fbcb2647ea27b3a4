import Autograd
import TestSupport
import Testing

private let shapes = [[2, 1, 1, 1], [1, 2, 2, 3], [3, 3, 3, 2], [2, 17, 2, 2]]

@Suite struct BatchNorm2DTests {
  @Test func byHand() {
    let x = Tensor([1, 3, 5, 7], shape: [2, 1, 1, 2])
    let (y, statistics) = batchNorm2D(
      x, Tensor([6], shape: [1]), Tensor([2], shape: [1]), epsilon: 4)
    #expect(statistics.mean.scalars == [4])
    #expect(statistics.variance.scalars == [5])
    expectClose(y.scalars, [-4, 0, 4, 8], tolerance: 1e-6)
  }

  @Test func withGivenStatisticsItIsAStraightLine() {
    let x = Tensor([1, 3, 5, 7], shape: [2, 1, 1, 2])
    let (weight, bias) = (Tensor([6], shape: [1]), Tensor([2], shape: [1]))
    let statistics = ChannelStatistics(mean: .ones([1]), variance: .filled(with: 5, [1]))
    let y = batchNorm2D(x, weight, bias, statistics: statistics, epsilon: 4, relu: true)
    expectClose(y.scalars, [2, 6, 10, 14], tolerance: 1e-6)
    let below = batchNorm2D(-1 * x, weight, bias, statistics: statistics, epsilon: 4, relu: true)
    #expect(below.scalars == [0, 0, 0, 0])
  }

  @Test(arguments: shapes) func shape(x: [Int]) throws {
    #expect(try Shapes.batchNorm2D(x, [x[1]], [x[1]]) == x)
    #expect(try Shapes.batchNorm2D(x, [x[1]], [x[1]], statistics: [x[1]]) == x)
    let (y, statistics) = batchNorm2D(.ramp(x), .ramp([x[1]]), .ramp([x[1]]))
    #expect(y.shape == x)
    #expect(y.scalars.count == y.count)
    #expect([statistics.mean.shape, statistics.variance.shape] == [[x[1]], [x[1]]])
  }

  /// A nudge moves mean and variance too.
  @Test(arguments: shapes) func gradientsWhileLearning(x: [Int]) {
    expectGradientsMatchNudges(of: inputs(x), tolerance: 5e-3) {
      batchNorm2D($0[0], $0[1], $0[2], epsilon: 0.1).y
    }
  }

  @Test(arguments: shapes) func gradientsInUse(x: [Int]) {
    let statistics = ChannelStatistics(
      mean: .ramp([x[1]], seed: 7), variance: .filled(with: 2, [x[1]]))
    expectGradientsMatchNudges(of: inputs(x)) {
      batchNorm2D($0[0], $0[1], $0[2], statistics: statistics)
    }
  }

  /// The same numbers, and the same gradients, as with a relu of its own.
  @Test(arguments: shapes) func aReluInTheSamePassIsARelu(x: [Int]) {
    let given = ChannelStatistics(
      mean: .ramp([x[1]], seed: 7), variance: .filled(with: 2, [x[1]]))
    func pass(_ f: ([Tensor]) -> Tensor) -> [Tensor] {
      let tape = Tape()
      let taped = inputs(x).map(tape.watch)
      let y = f(taped)
      let gradients = (y * .ramp(x, seed: 11)).sum().backward()
      return [y] + taped.map { gradients[$0]! }
    }
    let pairs = [
      (
        pass { batchNorm2D($0[0], $0[1], $0[2], relu: true).y },
        pass { relu(batchNorm2D($0[0], $0[1], $0[2]).y) }
      ),
      (
        pass { batchNorm2D($0[0], $0[1], $0[2], statistics: given, relu: true) },
        pass { relu(batchNorm2D($0[0], $0[1], $0[2], statistics: given)) }
      ),
    ]
    for (together, apart) in pairs {
      for (a, b) in zip(together, apart) { #expect(a.scalars == b.scalars) }
    }
  }

  @Test func onTheTapeItSaysWhatItDoes() {
    let tape = Tape()
    let x = Tensor.ramp([1, 1, 2, 2]).on(tape)
    _ = batchNorm2D(x, .ones([1]), .zeros([1]))
    _ = batchNorm2D(x, .ones([1]), .zeros([1]), relu: true)
    #expect(tape.lines.map(\.operation) == ["input", "batchNorm2D", "batchNorm2D, relu"])
  }

  @Test func statisticsAreConstants() {
    let tape = Tape()
    let x = tape.watch(.ramp([1, 1, 2, 2]))
    #expect(batchNorm2D(x, .ones([1]), .zeros([1])).statistics.mean.tape == nil)
    #expect(ChannelStatistics(mean: x, variance: x).variance.tape == nil)
  }

  @Test func onlyTheWantedAreBlamed() {
    expectOnlyTheWantedToBeBlamed(among: inputs([1, 3, 2, 2])) {
      batchNorm2D($0[0], $0[1], $0[2]).y
    }
    let given = ChannelStatistics(mean: .zeros([3]), variance: .ones([3]))
    expectOnlyTheWantedToBeBlamed(among: inputs([1, 3, 2, 2])) {
      batchNorm2D($0[0], $0[1], $0[2], statistics: given)
    }
  }

  private func inputs(_ x: [Int]) -> [Tensor] {
    [.ramp(x), .ramp([x[1]], seed: 3), .ramp([x[1]], seed: 5)]
  }
}
