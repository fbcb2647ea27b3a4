import Autograd
import Chapter7Blocks
import Layers
import TestSupport
import Testing

/// The blocks of chapter 7 that have something else in the place of one main path.
@Suite struct StreamTests {
  @Test(arguments: [1, 2, 5]) func sinkhornMakesRowsAndColumnsAddUpToOne(size: Int) {
    var random = Random(seed: 1)
    let m = sinkhorn(.normal([size, size], deviation: 2, using: &random), rounds: 50)
    #expect(m.scalars.allSatisfy { $0 >= 0 })
    for axis in 0...1 {
      #expect(m.sum(over: axis).scalars.allSatisfy { abs($0 - 1) < 1e-4 })
    }
  }

  @Test func theGradientOfSinkhornMatchesNudges() {
    var random = Random(seed: 1)
    expectGradientsMatchNudges(of: [.normal([3, 3], using: &random)]) { sinkhorn($0[0], rounds: 5) }
  }

  @Test func oneStreamThatIsNotMixedIsAResidualBlock() {
    var random = Random(seed: 1)
    let branch = Linear(6, 6, using: &random)
    let rows = Rows(branch)
    let connection = HyperConnection(
      streams: 1, .none, deviation: 0, rows, using: &random)
    let x = Tensor.normal([1, 2, 3, 6], using: &random)
    let one = x.reshaped([2, 3, 6])
    expectClose(
      connection(x).reshaped([2, 3, 6]), one + rows(one), tolerance: 1e-6, "x + F(x),")
    #expect(connection.matrix() == nil)
  }

  /// The columns of a doubly stochastic matrix add up to 1.
  @Test func doublyStochasticMixingKeepsTheMeanOfTheStreams() {
    var random = Random(seed: 1)
    let rows = Rows(Linear(6, 6, using: &random))
    let connection = HyperConnection(
      streams: 4, .doublyStochastic, deviation: 0.5, rows, using: &random)
    connection.write.value = .zeros([4, 1])
    let x = Tensor.normal([4, 2, 3, 6], using: &random)
    expectClose(
      connection(x).mean(over: 0), x.mean(over: 0), tolerance: 1e-5, "the mean of the streams,")
    #expect(connection(x).scalars != x.scalars)
  }

  @Test func atFirstAllEarlierResultsWeighTheSame() {
    var random = Random(seed: 1)
    let reader = DepthAttention(6)
    let x = Tensor.normal([2, 3, 5, 6], using: &random)
    #expect(reader.weights(x).shape == [2, 3, 1, 5])
    #expect(reader.weights(x).scalars.allSatisfy { abs($0 - 0.2) < 1e-6 })
    expectClose(
      reader(x), x.mean(over: 2).reshaped([2, 3, 6]), tolerance: 1e-5, "the mean of all results,")
  }

  /// A query that is one result, normalized, finds it.
  @Test func aQueryFindsTheResultThatIsLikeIt() {
    let results: [Float] = [1, -1, 1, -1, /**/ 1, 1, -1, -1, /**/ 1, -1, -1, 1]
    let reader = DepthAttention(4)
    reader.query.value = Tensor([5, 5, -5, -5], shape: [4, 1])
    let y = reader(Tensor(results, shape: [1, 1, 3, 4]))
    expectClose(
      y.reshaped([4]), Tensor([1, 1, -1, -1], shape: [4]), tolerance: 1e-4, "the second,")
  }

  @Test func netsWithStreamsAndWithChoicesGiveAScoreForEachClass() {
    var random = Random(seed: 1)
    let x = Tensor.normal([2, 1, 28, 28], using: &random)
    for mixing in HyperConnection.Mixing.allCases {
      #expect(StreamTransformer(depth: 1, mixing, using: &random)(x).shape == [2, 10])
    }
    #expect(DepthTransformer(depth: 2, using: &random)(x).shape == [2, 10])
  }
}

/// A linear layer for each position of a sequence.
private final class Rows: Layer {
  let linear: Linear

  init(_ linear: Linear) { self.linear = linear }

  func forward(_ x: Tensor) -> Tensor {
    linear(x.reshaped([x.shape[0] * x.shape[1], x.shape[2]])).reshaped(x.shape)
  }
}
