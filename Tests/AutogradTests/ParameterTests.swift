import Autograd
import TestSupport
import Testing

@Suite struct ParameterTests {
  @Test func offTheTapeItIsItsValue() {
    let weight = Parameter(.ramp([3]))
    #expect(weight.on(nil).tape == nil)
    #expect(weight.on(nil).scalars == weight.value.scalars)
  }

  @Test func itsValueIsNeverOnATape() {
    let tape = Tape()
    let weight = Parameter(Tensor(1).on(tape))
    #expect(weight.value.tape == nil)
    weight.value = tape.watch(Tensor(2))
    #expect(weight.value.tape == nil)
    #expect(weight.value.scalar == 2)
  }

  @Test func whatWasComputedBeforeAChangeStaysAsItWas() {
    let tape = Tape()
    let weight = Parameter(Tensor(3))
    let loss = weight.on(tape) * weight.on(tape)
    weight.value = Tensor(100)
    #expect(loss.backward()[weight]?.scalar == 6)
  }

  @Test func itsShapeIsForever() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      Parameter(.zeros([2, 3])).value = .zeros([3, 2])
    }
    #expect(
      result?.lastWords == "Parameter: its shape is [2, 3] and cannot become [3, 2]")
  }
}
