import Autograd
import Layers
import TestSupport
import Testing

private func layer(_ width: Int = 2) -> Linear {
  var random = Random(seed: 1)
  return Linear(width, width, bias: false, using: &random)
}

private final class Hidden: Layer {
  let first = layer()
  let then: (Tensor) -> Tensor
  init() {
    let hidden = layer()
    then = { x in hidden(x) }
  }
  func forward(_ x: Tensor) -> Tensor { then(first(x)) }
}

private final class Late: Layer {
  let first = layer()
  lazy var head = layer()
  func forward(_ x: Tensor) -> Tensor { head(first(x)) }
}

private final class Growing: Layer {
  var layers = [layer()]
  func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }
}

private final class Careless: Layer {
  let weight = Parameter(.ramp([2, 2]))
  let isDetached: Bool
  init(isDetached: Bool) { self.isDetached = isDetached }
  func forward(_ x: Tensor) -> Tensor {
    linear(x, isDetached ? weight.on(x.tape).detached : weight.value)
  }
}

private var x: Tensor { .ramp([3, 2]) }

/// A parameter that is used and not listed would never be trained or saved, so it stops the program.
@Suite struct PassTests {
  static let hidden =
    "Hidden: it uses weight [2, 2] of Linear, which is not among its parameters, so it would be neither trained nor saved; make it a stored property: closures and globals are not searched"

  @Test func whatAClosureHidesStopsTraining() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Hidden()(x.on(Tape()))
    }
    #expect(result?.lastWords == Self.hidden)
  }

  @Test func whatAClosureHidesStopsEvaluationToo() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Hidden()(x)
    }
    #expect(result?.lastWords == Self.hidden)
  }

  @Test func aLazyVarThatNobodyHasReadHasNoParametersYet() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Late().parameters
    }
    #expect(
      result?.lastWords
        == "Late: head is a lazy var that nobody has read yet, so its parameters do not exist; make it a let, or read it in init: _ = head"
    )
  }

  @Test func aLazyVarThatWasReadIsListed() {
    let net = Late()
    _ = net.head
    #expect(net.namedParameters.map(\.name) == ["first.weight", "head.weight"])
    _ = net(x.on(Tape()))
  }

  @Test func whatIsAddedAfterTheListingStopsTraining() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let net = Growing()
      _ = net(x.on(Tape()))
      net.layers.append(layer())
      _ = net(x)  // nothing is wrong with evaluating it
      _ = net(x.on(Tape()))
    }
    #expect(
      result?.lastWords
        == "Growing: it uses weight [2, 2] of Linear, which did not exist when its parameters were listed, so an optimizer made before does not train it; list them again, and make the optimizer anew"
    )
  }

  @Test func whatWasListedAgainMayBeTrained() {
    let net = Growing()
    _ = net(x.on(Tape()))
    net.layers.append(layer())
    #expect(net.parameters.count == 2)
    _ = net(x.on(Tape()))
  }

  @Test func aParameterUsedByItsValueIsNotTrained() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Careless(isDetached: false)(x.on(Tape()))
    }
    #expect(
      result?.lastWords
        == "Careless: weight [2, 2] of Careless is used by its value, which is on no tape, so it has no gradient and is not trained; write weight.on(x.tape), and if it is to stay as it is weight.on(x.tape).detached"
    )
  }

  @Test func aParameterMayStayAsItIsOnPurpose() {
    _ = Careless(isDetached: true)(x.on(Tape()))
    _ = Careless(isDetached: false)(x)  // an evaluation has no gradients
  }

  @Test func aPartOfANetMayBeTrainedAlone() {
    let (body, head) = (layer(), layer())
    let net = Sequential(body, head)
    #expect(head.parameters.count == 1)
    _ = net(x.on(Tape()))
    _ = head(body(x).on(Tape()))
  }

  @Test func theCallersLineIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      callWithTooManyFeatures()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      words.contains("Tests/LayersTests/PassTests.swift:\(lineOfCall): Fatal error: linear: x is"))
  }

  @Test func theLineOfAnOperatorIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      addWhatDoesNotFit()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      words.contains("Tests/LayersTests/PassTests.swift:\(lineOfSum): Fatal error: add: a is"))
  }
}

private let lineOfCall = #line + 2
private func callWithTooManyFeatures() {
  let y = Sequential(layer())(.ramp([3, 5]))
  print(y)
}

private let lineOfSum = #line + 2
private func addWhatDoesNotFit() {
  let sum = x + .ramp([4, 7])
  print(sum)
}
