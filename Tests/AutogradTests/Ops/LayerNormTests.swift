import Autograd
import TestSupport
import Testing

@Suite struct LayerNormTests {
  /// 1, 2 and 3 have mean 2 and variance ⅔.
  @Test func byHand() {
    let y = layerNorm(
      Tensor([1, 2, 3], shape: [1, 3]), Tensor([1, 1, 10], shape: [3]),
      Tensor([0, 5, 0], shape: [3]))
    expectClose(y, Tensor([-1.2247357, 5, 12.247357], shape: [1, 3]), tolerance: 1e-6)
  }

  @Test(arguments: [[1, 2], [3, 5], [2, 3, 16], [2, 3, 4, 48]])
  func eachRowHasMeanZeroAndVarianceOne(shape: [Int]) throws {
    let features = [shape.last!]
    #expect(try Shapes.layerNorm(shape, features, features) == shape)
    let y = layerNorm(5 * Tensor.ramp(shape) + Tensor(100), .ones(features), .zeros(features))
    let rows = y.reshaped([y.count / features[0], features[0]])
    #expect(rows.mean(over: 1).scalars.allSatisfy { abs($0) < 1e-4 })
    #expect((rows * rows).mean(over: 1).scalars.allSatisfy { abs($0 - 1) < 1e-2 })
  }

  @Test func aRowDoesNotDependOnTheOthers() {
    let (x, one) = (Tensor.ramp([4, 16]), Tensor.ones([16]))
    let alone = layerNorm(x.slice(2..<3, axis: 0), one, .zeros([16]))
    #expect(layerNorm(x, one, .zeros([16])).slice(2..<3, axis: 0).scalars == alone.scalars)
  }

  @Test(arguments: [[2, 3], [2, 2, 5], [3, 16]]) func gradients(shape: [Int]) {
    let c = [shape.last!]
    expectGradientsMatchNudges(of: [.ramp(shape), .ramp(c, seed: 2), .ramp(c, seed: 3)]) {
      layerNorm($0[0], $0[1], $0[2])
    }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3]), .ramp([3]), .ramp([3])]) {
      layerNorm($0[0], $0[1], $0[2])
    }
  }

  @Test(
    arguments: [
      (
        [8, 5], [4], [4],
        "layerNorm: x is [8, 5], so its rows hold 5 numbers; weight is [4], which expects 4"
      ),
      (
        [8, 4], [4], [3],
        "layerNorm: weight is [4] and bias [3]; each should hold one number per feature, [C]"
      ),
    ])
  func whatDoesNotFitIsNamed(x: [Int], weight: [Int], bias: [Int], sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.layerNorm(x, weight, bias) }
  }
}
