import Autograd
import Chapter3Blocks
import Foundation
import Layers
import Optimizers
import TestSupport
import Testing

/// Ours and PyTorch's on shapes and settings that were drawn at random: those of `Tests/Fixtures`, or
/// those that `Tests/Peers/parity.py` has just drawn.
@Suite struct ParityTests {
  static let cases = try! FixtureCase.load(
    ProcessInfo.processInfo.environment["PARITY_CASES"] ?? "parity")

  @Test(arguments: cases) func weAgreeWithPyTorch(fixture: FixtureCase) {
    expectParity(fixture)
  }

  /// In a process of its own, because which kernels run is settled once in a process.
  @Test func soDoTheReadableKernels() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "reference", 1)
      for fixture in Self.cases { expectParity(fixture) }
    }
  }
}

private func expectParity(_ fixture: FixtureCase) {
  switch fixture.operation {
  case "sgd", "adam": expectSameSteps(fixture)
  case "residual":
    let block = makeBlock(fixture) { Residual($0, $1, stride: $2, using: &$3) }
    expectSameBlock(fixture, block) { $0.replacing(/^bn/, with: "b") }
  case "preactivationResidual":
    let block = makeBlock(fixture) { PreactivationResidual($0, $1, stride: $2, using: &$3) }
    expectSameBlock(fixture, block) { $0 }
  default: expectSameOperation(fixture)
  }
}

private func expectSameOperation(_ fixture: FixtureCase) {
  let names = ["x", "weight", "bias", "b"].filter { fixture[$0] != nil }
  let tape = Tape()
  let inputs = names.reduce(into: [:]) { $0[$1] = tape.watch(fixture[$1]!) }
  let y = apply(fixture, to: inputs)
  let gradients = expectSameResult(fixture, y)
  for name in names { expectSame(gradients[inputs[name]!], "d\(name)", fixture) }
}

/// - Parameter name: what a parameter of PyTorch's is called here.
private func expectSameBlock(
  _ fixture: FixtureCase, _ block: any Layer, name: (String) -> String
) {
  let parameters = Dictionary(
    uniqueKeysWithValues: block.namedParameters.map { ($0.name, $0.parameter) })
  let theirs = fixture.names.filter { $0.contains(".") && !$0.hasPrefix("d") }
  #expect(Set(theirs.map(name)) == Set(parameters.keys))
  for their in theirs { parameters[name(their)]?.value = fixture[their]! }
  let x = Tape().watch(fixture["x"]!)
  let gradients = expectSameResult(fixture, block(x))
  expectSame(gradients[x], "dx", fixture)
  for their in theirs { expectSame(gradients[parameters[name(their)]!], "d\(their)", fixture) }
}

private func makeBlock(
  _ fixture: FixtureCase, _ block: (Int, Int, Int, inout Random) -> any Layer
) -> any Layer {
  var random = Random(seed: 1)
  return block(
    fixture["x"]!.shape[1], fixture.whole("outChannels"), fixture.whole("stride"), &random)
}

/// Some steps with given gradients, which a product with a constant hands to the parameter.
private func expectSameSteps(_ fixture: FixtureCase) {
  let parameter = Parameter(fixture["weight"]!)
  func number(_ name: String) -> Float { Float(fixture.settings[name]!) }
  let optimizer: any Optimizer =
    fixture.operation == "sgd"
    ? SGD(
      [parameter], learningRate: number("learningRate"), momentum: number("momentum"),
      weightDecay: number("weightDecay"))
    : Adam(
      [parameter], learningRate: number("learningRate"), beta1: fixture.settings["beta1"]!,
      beta2: fixture.settings["beta2"]!, weightDecay: number("weightDecay"))
  for step in 0..<fixture.whole("steps") {
    let loss = (parameter.on(Tape()) * fixture["dWeight\(step)"]!).sum()
    optimizer.step(loss.backward())
  }
  expectSame(parameter.value, "y", fixture)
}

/// Compares what came out, and hands `dy` back to it.
private func expectSameResult(_ fixture: FixtureCase, _ y: Tensor) -> Gradients {
  expectSame(y, "y", fixture)
  return (y * fixture["dy"]!).sum().backward()
}

private func expectSame(_ found: Tensor?, _ name: String, _ fixture: FixtureCase) {
  let allowed = Float(fixture.settings[name == "y" ? "allowY" : "allow:\(name)"]!)
  guard let found else {
    Issue.record("\(fixture.testDescription): there is no \(name)")
    return
  }
  expectClose(
    found, fixture[name]!, tolerance: allowed, "\(name) of \(fixture.testDescription),")
}
