import Autograd
import Kernels
import TestSupport
import Testing

/// A gradient that nobody asked for is not `nil`, which means that the loss does not depend on the tensor.
@Suite struct GradientsTests {
  @Test func anInputThatNobodyWatchesHasNone() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor(3).on(Tape())
      _ = (x * x).backward()[x]
    }
    #expect(
      result?.lastWords
        == "gradients: the input was put on the tape by `on`, which asks for no gradient; use `tape.watch(x)`"
    )
  }

  @Test func aConstantHasNone() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor(3)
      _ = Tape().watch(x).backward()[x]
    }
    #expect(
      result?.lastWords
        == "gradients: the tensor is on no tape; give the net `tape.watch(x)`, and ask for that")
  }

  @Test func aResultKeepsNone() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let y = relu(Tape().watch(Tensor(3)))
      _ = (y * y).backward()[y]
    }
    #expect(
      result?.lastWords
        == "gradients: the tensor is a result of relu, and only watched inputs and parameters keep their gradients; see it flow with `backward { flow in … }`"
    )
  }

  @Test func whatCameOntoTheTapeAfterTheBackwardPassHasNone() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let gradients = tape.watch(Tensor(3)).backward()
      _ = gradients[tape.watch(Tensor(1))]
    }
    #expect(
      result?.lastWords
        == "gradients: the tensor was put on the tape after the backward pass")
  }

  @Test func aBackwardFunctionThatGivesTooFewNumbersIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tape().watch(.ramp([2, 3]))
      let y = Tensor.ramp([2, 3]).recorded(as: .init("gelu"), [.wrt(x) { _ in Buffer([1, 2]) }])
      _ = y.sum().backward()
    }
    #expect(
      result?.lastWords
        == "backward: the backward function of gelu gives a gradient of 2 numbers; its input is [2, 3], which holds 6"
    )
  }

  @Test func aBackwardFunctionThatGivesTooFewGradientsIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let (a, b) = (tape.watch(Tensor(1)), tape.watch(Tensor(2)))
      _ = Tensor(3).recorded(as: .init("sum"), [.wrt([a, b]) { dy in [dy] }]).backward()
    }
    #expect(
      result?.lastWords
        == "backward: the backward function of sum gives 1 gradient for 2 inputs")
  }
}
