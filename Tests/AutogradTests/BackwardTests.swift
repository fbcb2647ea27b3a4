import Autograd
import TestSupport
import Testing

@Suite struct BackwardTests {
  @Test func aSecondTimeGivesTheSame() {
    let tape = Tape()
    let weight = Parameter(.ramp([4, 3]))
    let x = tape.watch(.ramp([2, 3]))
    let loss = tanh(linear(x, weight.on(tape))).mean()
    let (first, second) = (loss.backward(), loss.backward())
    #expect(first[weight]?.scalars == second[weight]?.scalars)
    #expect(first[x]?.scalars == second[x]?.scalars)
  }

  @Test func theGradientHasTheShapeOfWhatItIsOf() {
    let tape = Tape()
    let weight = Parameter(.ramp([3, 2, 3, 3]))
    let x = tape.watch(.ramp([2, 2, 5, 4]))
    let gradients = conv2D(x, weight.on(tape)).sum().backward()
    #expect(gradients[weight]?.shape == [3, 2, 3, 3])
    #expect(gradients[x]?.shape == [2, 2, 5, 4])
  }

  @Test func whatTheLossDoesNotDependOnHasNoGradient() {
    let tape = Tape()
    let (used, unused, absent) = (Parameter(Tensor(1)), Parameter(Tensor(2)), Parameter(Tensor(3)))
    _ = unused.on(tape) * unused.on(tape)
    let gradients = (2 * used.on(tape)).backward()
    #expect(gradients[used]?.scalar == 2)
    #expect(gradients[unused] == nil)
    #expect(gradients[absent] == nil)
  }

  @Test func aLossInTheMiddleOfTheTapeKnowsNothingOfWhatFollows() {
    let x = Tape().watch(Tensor(3))
    let loss = x * x
    _ = loss * loss
    #expect(loss.backward()[x]?.scalar == 6)
  }

  @Test func theGradientOfAnInputWithRespectToItselfIsOne() {
    let x = Tape().watch(Tensor(3))
    #expect(x.backward()[x]?.scalar == 1)
  }

  @Test func aGradientIsTakenOfOneNumber() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = relu(Tape().watch(.zeros([2, 3]))).backward()
    }
    #expect(
      result?.lastWords == "backward: a gradient is taken of one number, but this is [2, 3]")
  }

  @Test func aLossOffTheTapeSaysHowToGetOnIt() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = relu(Tensor(1)).backward()
    }
    #expect(
      result?.lastWords
        == "backward: this tensor is not on a tape; give the net `x.on(tape)`")
  }

  @Test func aTensorOnAnotherTapeIsNotAskedAfter() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let (one, other) = (Tape(), Tape())
      _ = one.watch(Tensor(1)).backward()[other.watch(Tensor(1))]
    }
    #expect(result?.lastWords == "gradients: the tensor is on another tape than the loss")
  }
}
