import Autograd
import Testing

@Suite struct FilledTests {
  @Test func everyNumberIsTheSame() {
    #expect(Tensor.filled(with: 2.5, [3]).scalars == [2.5, 2.5, 2.5])
    #expect(Tensor.zeros([2, 2]).scalars == [0, 0, 0, 0])
    #expect(Tensor.ones([]).scalar == 1)
    #expect(Tensor.zeros([3, 0]).scalars == [])
  }

  @Test func numbersAreDrawnInOrder() {
    var (one, same) = (Random(seed: 7), Random(seed: 7))
    let x = Tensor.uniform([2, 3], in: -2...2, using: &one)
    #expect(x.shape == [2, 3])
    #expect(x.scalars == (0..<6).map { _ in same.uniform(in: -2...2) })
  }

  @Test func aBellIsMovedAndWidened() {
    var (one, same) = (Random(seed: 7), Random(seed: 7))
    let x = Tensor.normal([4], mean: 10, deviation: 3, using: &one)
    #expect(x.scalars == (0..<4).map { _ in 10 + 3 * same.normal() })
  }
}
