import Kernels
import LaneKernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct RowsTests {
  @Test(
    arguments: [(1, 1, 1), (5, 7, 3), (1, 512, 10), (33, 17, 65), (64, 3, 1)],
    [(false, false), (false, true), (true, false), (true, true)])
  func productsAgree(size: (Int, Int, Int), transposes: (Bool, Bool)) {
    let g = MatMulGeometry(
      rows: size.0, inner: size.1, columns: size.2,
      transposesLeft: transposes.0, transposesRight: transposes.1)
    let (a, b) = (Buffer.ramp(g.rows * g.inner), Buffer.ramp(g.inner * g.columns, seed: 1))
    let wanted = Reference.matMul(a, b, g)
    for fast in fastSets { expectClose(fast.matMul(a, b, g), wanted) }
  }

  @Test(arguments: [(1, 1, 1), (5, 7, 3), (33, 17, 65)], [(false, true), (true, false)])
  func severalProductsAreEachOne(size: (Int, Int, Int), transposes: (Bool, Bool)) {
    let g = MatMulGeometry(
      count: 6, rows: size.0, inner: size.1, columns: size.2,
      transposesLeft: transposes.0, transposesRight: transposes.1)
    let (a, b) = (Buffer.ramp(6 * g.rows * g.inner), Buffer.ramp(6 * g.inner * g.columns, seed: 1))
    let wanted = Reference.matMul(a, b, g)
    let one = MatMulGeometry(
      rows: size.0, inner: size.1, columns: size.2,
      transposesLeft: transposes.0, transposesRight: transposes.1)
    let last = Reference.matMul(
      Buffer(Array(a.scalars.suffix(g.rows * g.inner))),
      Buffer(Array(b.scalars.suffix(g.inner * g.columns))), one)
    for products in fastSets.map({ $0.matMul(a, b, g) }) {
      expectClose(products, wanted)
      expectClose(Array(products.scalars.suffix(g.rows * g.columns)), last.scalars, tolerance: 1e-5)
    }
  }

  @Test(arguments: fastSets)
  func aProductTakesWhatAConvolutionLaidOut(fast: any KernelSet.Type) {
    let g = MatMulGeometry(rows: 6, inner: 34, columns: 6, transposesRight: true)
    for a in laidOutBothWays([6, 17, 1, 2]) {
      for b in laidOutBothWays([6, 17, 2, 1], seed: 5) {
        expectClose(fast.matMul(a, b, g), Reference.matMul(a, b, g))
      }
    }
  }

  @Test(arguments: [(0, 2, 3), (2, 0, 3), (2, 3, 0), (0, 0, 0)])
  func aProductOfNothingIsZeros(size: (Int, Int, Int)) {
    let g = MatMulGeometry(rows: size.0, inner: size.1, columns: size.2)
    let (a, b) = (Buffer.ramp(g.rows * g.inner), Buffer.ramp(g.inner * g.columns))
    let zeros = [Float](repeating: 0, count: g.rows * g.columns)
    #expect(OneDNN.matMul(a, b, g).scalars == zeros)
    #expect(Lanes.matMul(a, b, g).scalars == zeros)
    #expect(Reference.matMul(a, b, g).scalars == zeros)
  }

  @Test(arguments: imageShapes) func sumsAgreeInBothLayouts(shape: [Int]) {
    let columns = shape[2] * shape[3]
    for x in laidOutBothWays(shape) {
      expectClose([OneDNN.sum(x)], [Reference.sum(x)], tolerance: 1e-6)
      expectClose(OneDNN.sumOfRows(x, columns: columns), Reference.sumOfRows(x, columns: columns))
      for row in laidOutBothWays([1, columns, 1, 1], seed: 2) {
        expectClose(OneDNN.addToRows(x, row), Reference.addToRows(x, row))
      }
    }
  }

  @Test func theTenMillionthNumberCountsAsMuchAsTheFirst() {
    let x = Buffer(repeating: 0.1, count: 10_000_000)
    let exact = Float(Double(Float(0.1)) * 10_000_000)
    #expect(OneDNN.sum(x) == exact)
    #expect(Reference.sum(x) == exact)
  }

  @Test func theSumOfNothingIsZero() {
    #expect(OneDNN.sum(Buffer([Float]())) == 0)
    #expect(Reference.sum(Buffer([Float]())) == 0)
  }
}
