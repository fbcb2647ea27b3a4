import Autograd
import TestSupport
import Testing

@Suite struct MatMulTests {
  @Test func byHand() {
    let a = Tensor([1, 2, 3, 4], shape: [2, 2])
    let b = Tensor([10, 100], shape: [2, 1])
    #expect(matMul(a, b).scalars == [210, 430])
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 4), (5, 1, 2), (0, 2, 3), (2, 0, 3)])
  func rowsByColumns(n: Int, k: Int, m: Int) throws {
    #expect(try Shapes.matMul([n, k], [k, m]) == [n, m])
    #expect(matMul(.ramp([n, k]), .ramp([k, m])).shape == [n, m])
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 4), (5, 1, 2)]) func gradients(n: Int, k: Int, m: Int) {
    expectGradientsMatchNudges(of: [.ramp([n, k]), .ramp([k, m], seed: 3)]) {
      matMul($0[0], $0[1])
    }
  }

  @Test func withMoreAxesEachMatrixIsMultipliedByThatInItsPlace() throws {
    let (a, b) = (Tensor.ramp([2, 3, 4, 5]), Tensor.ramp([2, 3, 5, 6], seed: 1))
    #expect(try Shapes.matMul(a.shape, b.shape) == [2, 3, 4, 6])
    let last = matMul(
      Tensor(Array(a.scalars.suffix(20)), shape: [4, 5]),
      Tensor(Array(b.scalars.suffix(30)), shape: [5, 6]))
    expectClose(Array(matMul(a, b).scalars.suffix(24)), last.scalars, tolerance: 1e-6)
    expectGradientsMatchNudges(of: [.ramp([2, 3, 4]), .ramp([2, 4, 2], seed: 3)]) {
      matMul($0[0], $0[1])
    }
    let sentence =
      "matMul: a is [2, 3, 4] and b is [3, 4, 5]; matrix by matrix, the axes before the last two must be the same"
    #expect(throws: SentenceError(sentence)) { try Shapes.matMul([2, 3, 4], [3, 4, 5]) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3]), .ramp([3, 2])]) { matMul($0[0], $0[1]) }
  }

  @Test func rowsThatDoNotFitColumnsAreNamed() async {
    let sentence =
      "matMul: a is [2, 3], so its rows hold 3 numbers; b is [4, 2], which expects 4"
    #expect(throws: SentenceError(sentence)) { try Shapes.matMul([2, 3], [4, 2]) }
    #expect(
      throws: SentenceError(
        "matMul: a is [3] and b is [3, 1]; a matrix product needs rows and columns, [N, K] and [K, M]"
      )
    ) { try Shapes.matMul([3], [3, 1]) }
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = matMul(.zeros([2, 3]), .zeros([4, 2]))
    }
    #expect(result?.lastWords == sentence)
  }
}
