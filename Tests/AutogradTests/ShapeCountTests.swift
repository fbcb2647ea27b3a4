import Autograd
import TestSupport
import Testing

@Suite struct ShapeCountTests {
  @Test func aShapeHoldsTheProductOfItsLengths() throws {
    #expect(try Shapes.count([]) == 1)
    #expect(try Shapes.count([2, 3, 4]) == 24)
    #expect(try Shapes.count([1 << 40, 1 << 40, 0]) == 0)
  }

  @Test(arguments: [[-1, 3], [3, -1], [-2, -3], [1 << 40, 1 << 40], [1 << 62]])
  func noTensorHasSuchAShape(shape: [Int]) async {
    let isNegative = shape.contains { $0 < 0 }
    let words =
      "Tensor: the shape is \(shape), "
      + (isNegative
        ? "but no axis is shorter than 0"
        : "which is more numbers than there are addresses in memory")
    let zeros = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [shape] in
      _ = Tensor.zeros(shape)
    }
    let drawn = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [shape] in
      var random = Random(seed: 1)
      _ = Tensor.normal(shape, using: &random)
    }
    let given = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [shape] in
      _ = Tensor([1], shape: shape)
    }
    let repeated = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [shape] in
      _ = Tensor(1).broadcast(to: shape)
    }
    for result in [zeros, drawn, given, repeated] { #expect(result?.lastWords == words) }
  }
}
