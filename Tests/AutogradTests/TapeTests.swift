import TestSupport
import Testing

@testable import Autograd

@Suite struct TapeTests {
  @Test func aTensorUsedTwiceGetsBothGradients() {
    let x = Tape().watch(Tensor(3))
    #expect((x + x).backward()[x]?.scalar == 2)
  }

  /// The shape of a residual block.
  ///
  /// The shared tensor is itself the result of an operation, which is the case that an engine that
  /// only gets leaves right gets wrong.
  @Test func aSharedMiddleIsVisitedOnce() {
    let x = Tape().watch(Tensor(3))
    let middle = x + x
    let y = (middle + middle) + middle
    #expect(y.backward()[x]?.scalar == 6)
  }

  @Test func everyContributionIsShown() {
    let x = Tape().watch(Tensor(3))
    var flows: [String] = []
    _ = (x * x).backward { flows.append("\($0.from) to \($0.to): \($0.gradient)") }
    #expect(flows == ["1 to 0: 3", "1 to 0: 3"])
  }

  @Test func bothPathsOfADiamondCount() {
    let x = Tape().watch(Tensor(3))
    let (left, right) = (2 * x, x * x)
    #expect((left * right).backward()[x]?.scalar == 54)  // 2x · x² = 2x³, so 6x²
  }

  /// An engine that walks every path would need 2¹⁰⁰ steps.
  @Test(.timeLimit(.minutes(1))) func aHundredResidualSumsAreAHundredSteps() {
    let tape = Tape()
    let start = tape.watch(Tensor(1))
    var x = start
    for _ in 0..<100 { x = relu(0.5 * (x + x)) }
    #expect(x.backward()[start]?.scalar == 1)
    #expect(tape.lines.count == 301)
  }

  /// An engine that recurses would overflow the stack, going back or letting go.
  @Test(.timeLimit(.minutes(1))) func aChainOfTenThousandIsNotTooDeep() {
    weak var forgotten: Tape?
    do {
      let tape = Tape()
      forgotten = tape
      let start = tape.watch(Tensor(1))
      var x = start
      for _ in 0..<10_000 { x = x + Tensor(1) }
      #expect(x.scalar == 10_001)
      #expect(x.backward()[start]?.scalar == 1)
    }
    #expect(forgotten == nil)
  }

  @Test func aFinishedStepIsForgotten() {
    weak var forgotten: Tape?
    do {
      let tape = Tape()
      forgotten = tape
      let weight = Parameter(.ramp([2, 1, 3, 3]))
      let x = tape.watch(.ramp([1, 1, 6, 6]))
      let y = maxPool2D(sigmoid(conv2D(x, weight.on(tape))), kernelSize: 2)
      _ = crossEntropy(linear(tanh(y).flattened(), .ramp([3, 8])), [1]).backward()
    }
    #expect(forgotten == nil)
  }

  @Test func constantsLeaveNoTrace() {
    let x = Tensor([1, 2], shape: [2])
    #expect(relu(x + x).tape == nil)
    let tape = Tape()
    _ = x.on(tape).detached + x
    #expect(tape.lines.count == 1)
  }

  @Test func aLineSaysWhatWasComputedFromWhat() {
    let tape = Tape()
    let x = Tensor.ramp([2, 3]).on(tape)
    let weight = Parameter(.ramp([4, 3]))
    _ = relu(linear(x, weight.on(tape)))
    #expect(tape.lines.map(\.operation) == [.input, .parameter, .linear, .relu])
    #expect(tape.lines.map(\.shape) == [[2, 3], [4, 3], [2, 4], [2, 4]])
    #expect(tape.lines.map(\.inputs) == [[], [], [0, 1], [2]])
  }

  @Test func aParameterHasOneLineHoweverOftenItIsUsed() {
    let tape = Tape()
    let weight = Parameter(.ramp([3]))
    let y = weight.on(tape) * weight.on(tape)
    #expect(tape.lines.map(\.operation) == [.parameter, .multiply])
    expectClose(y.sum().backward()[weight]!, 2 * weight.value)
  }

  @Test func scopesNestAndClose() {
    final class Outer {}
    final class Inner {}
    let (tape, outer, inner) = (Tape(), Outer(), Inner())
    var x = tape.watch(Tensor(1))
    tape.inside(outer) {
      tape.inside(inner) { x = relu(x) }
      x = relu(x)
    }
    x = relu(x)
    #expect(
      tape.lines.map { $0.scope.map(\.name) } == [[], ["Outer", "Inner"], ["Outer"], []])
    #expect(tape.lines[1].scope.map(\.layer) == [ObjectIdentifier(outer), ObjectIdentifier(inner)])
  }

  @Test func twoCallsOfOneLayerAreTwoCalls() {
    final class Layer {}
    let (tape, layer) = (Tape(), Layer())
    var x = tape.watch(Tensor(1))
    for _ in 0..<2 { x = tape.inside(layer) { relu(x) } }
    let frames = tape.lines.flatMap(\.scope)
    #expect(frames[0] == frames[1])
    #expect(frames[0].call != frames[1].call)
  }

  @Test func aLineHoldsTheSettingsOfItsOperation() {
    let tape = Tape()
    _ = maxPool2D(tape.watch(.ramp([1, 1, 4, 4])), kernelSize: 2)
    #expect(tape.lines[1].settings.map(\.key) == ["kernelSize", "stride", "padding"])
    #expect(tape.lines[1].settings.map(\.value) == [2, 2, 0])
  }

  @Test func valuesAreKeptOnlyIfAsked() {
    #expect(Tape().watch(Tensor(2)).tape?.lines[0].value == nil)
    let tape = Tape(keepsValues: true)
    let y = Tensor(2).on(tape) + Parameter(Tensor(3)).on(tape)
    #expect(tape.lines.map(\.value?.scalar) == [2, 3, 5])
    #expect(y.line == 2)
  }

  @Test func linesSayWhichParametersTheyStandFor() {
    let (tape, weight) = (Tape(), Parameter(.ramp([3])))
    _ = relu(weight.on(tape))
    #expect(tape.usedParameters.mapValues(ObjectIdentifier.init) == [0: ObjectIdentifier(weight)])
  }

  @Test func aTapeIsOfTrainingUnlessSaidOtherwise() {
    #expect(Tape().mode == .training)
    #expect(Tape(.evaluation).mode == .evaluation)
  }

  @Test func twoTapesDoNotMix() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let (one, other) = (Tape(), Tape())
      _ = Tensor(1).on(one) + Tensor(2).on(other)
    }
    #expect(result?.lastWords == "add: its inputs are on two different tapes")
  }
}
