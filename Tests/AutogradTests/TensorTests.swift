import Autograd
import TestSupport
import Testing

@Suite struct TensorTests {
  @Test func itHoldsTheNumbersItWasGiven() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(x.scalars == [1, 2, 3, 4, 5, 6])
    #expect(x.shape == [2, 3])
    #expect(x.count == 6)
    #expect(Tensor(7).scalar == 7)
    #expect(Tensor([7], shape: [1, 1]).scalar == 7)
  }

  @Test func onATapeItHoldsTheSameNumbers() {
    let tape = Tape()
    let x = Tensor.ramp([3])
    #expect(x.tape == nil)
    #expect(x.on(tape).tape === tape)
    #expect(x.on(tape).scalars == x.scalars)
    #expect(x.on(tape).detached.tape == nil)
  }

  @Test(arguments: [([1, 2], [3]), ([], []), ([1], [1, 0])] as [([Float], [Int])])
  func numbersThatDoNotFillTheShapeAreCounted(numbers: [Float], shape: [Int]) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [numbers, shape] in
      _ = Tensor(numbers, shape: shape)
    }
    #expect(
      result?.lastWords == "Tensor: \(numbers.count) numbers cannot fill \(shape)")
  }

  @Test func severalNumbersAreNotOne() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2, 3]).scalar
    }
    #expect(result?.lastWords == "scalar: [2, 3] holds 6 numbers, not one")
  }
}
